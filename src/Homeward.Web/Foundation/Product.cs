using Homeward.Data;
using Homeward.Data.Policies;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Campaigns;
using Homeward.Web.Features.Casework;
using Homeward.Web.Features.Exchange;
using Homeward.Web.Features.Figures;
using Homeward.Web.Features.Organisation;
using Homeward.Web.Foundation.Api;
using Homeward.Web.Features.Papers;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Risk;
using Homeward.Web.Features.Screening;
using Homeward.Web.Features.Supervision;
using Homeward.Web.Features.Supervision.Releases;
using Homeward.Web.Components.Forms;
using Homeward.Web.Components.Layout;
using Homeward.Web.Features.Trust;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Foundation;

/// <summary>Puts the product together: it only opens the doors of the features.</summary>
static class Product
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(Product).Assembly.GetName().Name });
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 64L << 20;
        });
        AddProduct(builder.Services, builder.Configuration);
        builder.Services.AddTelemetry(builder.Configuration);
        var app = builder.Build();
        if (!app.Environment.IsProduction())
        {
            app.Use(TellStatementsAsync);
        }
        app.UseScreens();
        ApiFaults.UseApiFaults(app);
        app.Use(AnswerMissingAsync);
        app.Use(AnswerRefusedAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(ReadAheadAsync);
        app.MapScreens();
        app.MapDrafts();
        app.MapTrust();
        app.MapWorklist();
        app.MapOrganisation();
        app.MapExchange();
        app.MapPeoplePages();
        app.MapScreeningPages();
        app.MapPapersPages();
        app.MapCampaignPages();
        app.MapHealth();
        app.MapFallback("{*path}", (HttpContext http) => Results.StatusCode(ApiFaults.IsNoJson(http.Request) ? StatusCodes.Status415UnsupportedMediaType : StatusCodes.Status404NotFound)).Access(Permission.Anyone, "page");
        app.MapOpenApi("/openapi/{documentName}.json").Access(Permission.Anyone, "reference");
        var api = app.MapApi();
        api.MapPeople();
        api.MapRisk();
        api.MapMeasures();
        api.MapTransfers();
        api.MapFormerFiles();
        api.MapCertification();
        api.MapReleases();
        api.MapScreens();
        api.MapScreenChanges();
        api.MapContacts();
        api.MapPapers();
        api.MapCampaigns();
        api.MapWorklistApi();
        api.MapOrganisationApi();
        api.MapFigures();
        return app;
    }

    /// <summary>A page about a record that is missing or foreign answers as a page that does not exist.</summary>
    static async Task AnswerMissingAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (NotFoundException) when (!context.Response.HasStarted && !context.Request.Path.StartsWithSegments(ApiSetup.Prefix))
        {
            // A post must not be sent again into the not-found page, which takes none.
            context.Request.Method = HttpMethods.Get;
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>A small form that is no page (end a grant, take an excuse back) and is refused: back to where it stood, with the reason.</summary>
    static async Task AnswerRefusedAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (fault is RulesBrokenException or LostRaceException && HttpMethods.IsPost(context.Request.Method) && !context.Response.HasStarted
            && !context.Request.Path.StartsWithSegments(ApiSetup.Prefix))
        {
            var words = context.RequestServices.GetRequiredService<Words>();
            var code = fault is RulesBrokenException { Rules: [var rule, ..] } && !words[rule.Code].Contains('{', StringComparison.Ordinal) ? rule.Code : fault is LostRaceException ? "ui.lost-race" : "ui.refused";
            context.RequestServices.GetRequiredService<BrowserSaid>().Refuse(code);
            var from = Uri.TryCreate(context.Request.Headers.Referer.ToString(), UriKind.Absolute, out var referer) && referer.Authority == context.Request.Host.Value ? referer.PathAndQuery : LocalAddress.Start;
            context.Response.Redirect(LocalAddress.Of(from));
        }
    }

    /// <summary>Outside Production every answer says how many SQL statements it cost.</summary>
    static Task TellStatementsAsync(HttpContext context, RequestDelegate next)
    {
        StatementCounter.Start();
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["Server-Timing"] = $"sql;desc={StatementCounter.Value}";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>What a page's frame needs is read before the page: one reader at a time on a database.</summary>
    static async Task ReadAheadAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && context.User.Identity is { IsAuthenticated: true })
        {
            // One connection for the whole page: a session is reset and told its scope once, not for every statement.
            await context.RequestServices.GetRequiredService<Db>().Database.OpenConnectionAsync(context.RequestAborted);
            await context.RequestServices.GetRequiredService<Menu>().ReadAsync();
            await context.RequestServices.GetRequiredService<FormDrafts>().ReadAsync(context.Request.Path, context.RequestAborted);
        }
        await next(context);
    }

    /// <summary>The services behind the pages and behind the shell alike.</summary>
    public static IServiceCollection AddProduct(IServiceCollection services, IConfiguration configuration) => services
        .AddStorage(configuration)
        .AddSingleton(_ => PolicyPacks.Load(configuration["Homeward:Policies"] is { Length: > 0 } folder ? folder : null))
        .AddAccess()
        .AddScreens()
        .AddApi()
        .AddTrust()
        .AddPeople()
        .AddRisk()
        .AddSupervision()
        .AddScreening()
        .AddCasework()
        .AddPapers()
        .AddCampaigns()
        .AddWorklist()
        .AddOrganisation()
        .AddExchange()
        .AddFigures();
}
