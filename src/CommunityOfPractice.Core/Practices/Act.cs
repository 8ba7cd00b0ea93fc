using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What somebody did.</summary>
/// <remarks>
/// Acts fall into four overlapping groups, see <see cref="Acts"/>: contributions (something given to the practice), responses
/// (somebody else is answered), stewardship (the community is looked after) and attention (reading and reacting). The numbers are
/// stable and are never reused; the interchange format uses the lower-case names.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Act>))]
public enum Act : byte
{
    /// <summary>Started or continued a conversation with a message of one's own. A contribution.</summary>
    Post = 0,

    /// <summary>Asked a question. A contribution.</summary>
    Ask = 1,

    /// <summary>Answered a question. A contribution, a response and an act of stewardship.</summary>
    Answer = 2,

    /// <summary>Replied to a message; a reply to a question counts as an answer to it. A contribution and a response.</summary>
    Reply = 3,

    /// <summary>Remarked on something without answering it. A contribution and a response.</summary>
    Comment = 4,

    /// <summary>Reacted with a like, a vote or an emoji. Attention.</summary>
    React = 5,

    /// <summary>Read or looked at something. Attention.</summary>
    View = 6,

    /// <summary>Took part in a gathering. Attention.</summary>
    Attend = 7,

    /// <summary>Hosted a gathering. A contribution and an act of stewardship.</summary>
    Host = 8,

    /// <summary>Published an artifact: a guide, a template, a recording. A contribution.</summary>
    Publish = 9,

    /// <summary>Used or reused an artifact. Attention.</summary>
    Use = 10,

    /// <summary>Mentored somebody. A contribution and an act of stewardship.</summary>
    Mentor = 11,

    /// <summary>Welcomed a newcomer. A contribution, a response and an act of stewardship.</summary>
    Welcome = 12,

    /// <summary>Curated knowledge: sorted, confirmed, summarised, retired. A contribution and an act of stewardship.</summary>
    Curate = 13,

    /// <summary>Took back one's own question; it stops waiting for an answer at that moment.</summary>
    Withdraw = 14,
}
