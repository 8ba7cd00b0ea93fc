using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What a gathering is about, where it is and who may come.</summary>
/// <remarks>Immutable and compared by value. The title stays when somebody is erased: it says what the gathering is about and names nobody.</remarks>
/// <param name="Title">What it is called; not blank.</param>
/// <param name="Kind">What sort of gathering it is.</param>
/// <param name="Audience">Who may come.</param>
public sealed record GatheringDetails(string Title, GatheringKind Kind, GatheringAudience Audience = GatheringAudience.Members)
{
    /// <summary>Gets what it is about, or the agenda.</summary>
    /// <value>Null when nothing more is said.</value>
    [PersonalData]
    public string? Description { get; init; }

    /// <summary>Gets where it is.</summary>
    /// <value>Null when it has no place, or none yet.</value>
    public string? Place { get; init; }

    /// <summary>Gets where it is online, as the host writes links.</summary>
    /// <value>Null when it is not online.</value>
    public string? Link { get; init; }

    /// <summary>With the description that a fact left where it stood.</summary>
    internal GatheringDetails Completed(DescriptionSource? source, GatheringDetails? gathering, GatheringDetails? series) => source switch
    {
        DescriptionSource.Gathering => this with { Description = gathering?.Description },
        DescriptionSource.Series => this with { Description = series?.Description },
        _ => this,
    };

    /// <summary>What differs from before on the way to other details, on top of these: what was changed here stays.</summary>
    internal GatheringDetails Following(GatheringDetails before, GatheringDetails after) => new(
        Merge.Of(Title, before.Title, after.Title), Merge.Of(Kind, before.Kind, after.Kind), Merge.Of(Audience, before.Audience, after.Audience))
    {
        Description = Merge.Of(Description, before.Description, after.Description),
        Place = Merge.Of(Place, before.Place, after.Place),
        Link = Merge.Of(Link, before.Link, after.Link),
    };

    /// <summary>Notes what is wrong; undefined values throw.</summary>
    internal void Check(Guards guards)
    {
        Defined.Check(Kind);
        Defined.Check(Audience);
        guards.Require(!string.IsNullOrWhiteSpace(Title), "gathering.no-title", "A gathering has a title.");
        guards.Require(Link is null || SpaceLinks.IsSound(Link), "gathering.link", "A link is an absolute address: http, https, mailto or a scheme of the host's own.");
    }
}
