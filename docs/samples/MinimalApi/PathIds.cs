using CommunityOfPractice.Core.Communities;
using Microsoft.AspNetCore.Http.Features;

namespace MinimalApi;

/// <summary>Ids stand in paths here, and a slash cannot: the framework leaves <c>%2F</c> in a path as it is, so that another id would be read.</summary>
internal static class PathIds
{
    private const string Text = "An id with '/' cannot stand in a path, and neither can '.' or '..': choose another one.";

    /// <summary>Refuses a new id that no request could name.</summary>
    public static CommunityId Check(CommunityId id) =>
        id.Text is "." or ".." || id.Text.Contains('/', StringComparison.Ordinal) ? throw new IllegalRequestException(new("member.illegal", Text, "body", "$.id")) : id;

    /// <summary>Refuses paths with a slash that is meant to be part of an id.</summary>
    public static void UsePathIds(this WebApplication app) => app.Use((context, next) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0].Contains("%2F", StringComparison.OrdinalIgnoreCase)
            ? throw new IllegalRequestException(new("parameter.illegal", Text, "path"))
            : next(context));
}
