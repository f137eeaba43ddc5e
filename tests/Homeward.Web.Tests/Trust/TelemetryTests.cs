using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Homeward.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Homeward.Web.Tests.Trust;

/// <summary>What leaves the house as traces and metrics: read at a receiver on this machine, byte for byte.</summary>
public abstract class TelemetryTests(Home home, Receiver receiver)
{
    const string Name = "司徒踪迹";

    [Fact]
    public async Task Spans_and_metrics_leave_and_name_nobody()
    {
        var client = await home.NewClientAsync("leader", "pointA", Name);
        var number = Uri.EscapeDataString(Name);
        await home.Api("leader").GetAsync($"/api/v1/people?q={number}");
        await home.Api("leader").GetAsync("/api/v1/people?q=situzongji");
        await home.Api("leader").GetAsync($"/api/v1/people/{number}");
        await home.Api("leader").PostAsync("/contacts", new { personId = client, on = "2026-11-18", mode = "phone", content = Name });
        var browser = await home.SignedInAsync("leader");
        await browser.GetAsync(await browser.SeekAsync("/people", Name));
        await browser.GetAsync($"/people/{client}?tab=file&note={number}");
        await browser.GetAsync($"/{number}");

        home.Services.GetRequiredService<TracerProvider>().ForceFlush();
        home.Services.GetRequiredService<MeterProvider>().ForceFlush();

        Assert.Contains("/v1/traces", receiver.Bodies.Keys);
        Assert.Contains("/v1/metrics", receiver.Bodies.Keys);
        var all = string.Concat(receiver.Bodies.Values.SelectMany(bodies => bodies).Select(Encoding.UTF8.GetString));
        Assert.Contains("LinqQuery", all, StringComparison.Ordinal);
        Assert.Contains("/people/{Id:guid}", all, StringComparison.Ordinal);
        foreach (var untold in new[] { Name, number, "situzongji", "note=", "tab=file", TestWorld.Password, home.World.Keys["leader"], "SELECT", "homeward.scope", home.World.Units["pointA"].Id.ToString() })
        {
            Assert.DoesNotContain(untold, all, StringComparison.Ordinal);
        }
    }
}

[Collection(nameof(Alone))]
public sealed class TelemetryOnSqlite(TracedSqliteHome home) : TelemetryTests(home, home.Receiver), IClassFixture<TracedSqliteHome>;

[Collection(nameof(Alone))]
public sealed class TelemetryOnPostgres(TracedPostgresHome home) : TelemetryTests(home, home.Receiver), IClassFixture<TracedPostgresHome>;

public sealed class TelemetryOffTests(SqliteHome home) : IClassFixture<SqliteHome>
{
    [Fact]
    public void Without_an_endpoint_nothing_is_traced() => Assert.Null(home.Services.GetService<TracerProvider>());
}

public sealed class TracedSqliteHome : SqliteHome
{
    public Receiver Receiver { get; } = new();

    protected override void Configure(IWebHostBuilder builder) => Receiver.Name(builder);
}

public sealed class TracedPostgresHome : PostgresHome
{
    public Receiver Receiver { get; } = new();

    protected override void Configure(IWebHostBuilder builder) => Receiver.Name(builder);
}

/// <summary>Takes OTLP over HTTP on 127.0.0.1 and keeps what came; it ends with the process.</summary>
public sealed class Receiver
{
    readonly WebApplication app;

    public Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(TakeAsync);
        app.Start();
    }

    public ConcurrentDictionary<string, ConcurrentBag<byte[]>> Bodies { get; } = [];

    public void Name(IWebHostBuilder builder)
    {
        builder.UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        builder.UseSetting("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    }

    async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Bodies.GetOrAdd(context.Request.Path.ToString(), _ => []).Add(body.ToArray());
        context.Response.StatusCode = (int)HttpStatusCode.OK;
    }
}
