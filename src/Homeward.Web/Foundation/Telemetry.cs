using System.Diagnostics;
using Homeward.Web.Foundation.Storage;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Homeward.Web.Foundation;

/// <summary>Traces and metrics, off unless the standard variables name an endpoint. They say how long what took, never whom it was about.</summary>
static class Telemetry
{
    static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (Endpoints.All(name => string.IsNullOrEmpty(configuration[name])) || bool.TryParse(configuration["OTEL_SDK_DISABLED"], out var off) && off)
        {
            return services;
        }
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("homeward", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)).AddEnvironmentVariableDetector())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource(StatementSpans.Source).AddProcessor(new Discretion()).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("System.Runtime").AddOtlpExporter());
        return services;
    }

    /// <summary>Takes out of a span what might name somebody: query strings, the text of a fault, and paths that hold more than words and ids.</summary>
    sealed class Discretion : BaseProcessor<Activity>
    {
        static readonly string[] Untold = ["url.query", "url.full", "user_agent.original", "client.address", "exception.message"];

        public override void OnEnd(Activity data)
        {
            foreach (var name in Untold)
            {
                data.SetTag(name, null);
            }
            if (data.GetTagItem("url.path") is not null)
            {
                data.SetTag("url.path", data.GetTagItem("http.route"));
            }
            data.SetStatus(data.Status);
        }
    }
}
