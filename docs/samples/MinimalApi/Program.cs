// A host with an HTTP interface: communities in the host's own database, SQLite in a file or PostgreSQL.
//   dotnet run -c Release --project docs/samples/MinimalApi                                       communities.db in the folder of the sample
//   ConnectionStrings__PostgreSql="Host=…" dotnet run -c Release --project docs/samples/MinimalApi  the same on PostgreSQL
// README.md has the requests to try.

using System.Text.Json.Serialization;
using MinimalApi;
using MinimalApi.Data;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
{
    // what the framework answers by itself, without an exception
    if (!context.ProblemDetails.Extensions.ContainsKey("reasons") && Faults.OfStatus(context.ProblemDetails.Status) is { } fault)
    {
        Faults.Fill(context.ProblemDetails, [fault]);
    }
});
builder.Services.AddExceptionHandler<IllegalValues>().AddSingleton<Faults>();
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true); // so that IllegalValues says what is wrong
builder.Services.ConfigureHttpJsonOptions(options =>
{
    // what a request leaves out is a fault and no zero; so is a member that nobody knows, and a number or several names for a name
    options.SerializerOptions.RespectNullableAnnotations = true;
    options.SerializerOptions.RespectRequiredConstructorParameters = true;
    options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    options.SerializerOptions.Converters.Add(new EnumNames());
});
builder.Services.AddHttpContextAccessor();
builder.Services.AddDescription();
builder.Services.AddSingleton<Problems>().AddSingleton<Commanding>();
builder.AddCommunities();

WebApplication app = builder.Build();
await app.Services.GetRequiredService<IHostData>().MigrateAsync();

app.UseExceptionHandler();
app.UseStatusCodePages();
app.Use((context, next) =>
{
    context.Request.EnableBuffering(); // so that it can be said what is wrong with a body
    return next(context);
});
app.UsePathIds();
app.MapOpenApi();
app.MapPeople();
app.MapCommunities();
app.MapMemberships();
app.MapActivities();
app.MapAnalytics();
app.MapPairings();
app.Run();
