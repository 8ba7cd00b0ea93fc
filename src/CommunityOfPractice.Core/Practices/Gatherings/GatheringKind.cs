using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What sort of gathering it is; the kind says whether it is formal, see <see cref="GatheringKinds.ToFormality"/>.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<GatheringKind>))]
public enum GatheringKind : byte
{
    /// <summary>People work on something together. Formal.</summary>
    Workshop = 0,

    /// <summary>Somebody teaches something. Formal.</summary>
    Training = 1,

    /// <summary>Somebody presents something. Formal.</summary>
    Talk = 2,

    /// <summary>A meeting with an agenda. Formal.</summary>
    Meeting = 3,

    /// <summary>A chat over coffee. Informal.</summary>
    CoffeeChat = 4,

    /// <summary>Peers talk a case or a question through. Informal.</summary>
    PeerDiscussion = 5,

    /// <summary>Somebody is there, and who likes drops in. Informal.</summary>
    OpenHour = 6,

    /// <summary>A visit to where others work. Informal.</summary>
    Visit = 7,

    /// <summary>Two people talk. Informal.</summary>
    OneToOne = 8,

    /// <summary>Anything else. Neither formal nor informal.</summary>
    Other = 9,
}

/// <summary>What follows from the kind of a gathering.</summary>
public static class GatheringKinds
{
    /// <summary>Returns whether gatherings of a kind are formal (domain research 3.E, E4).</summary>
    /// <param name="kind">The kind.</param>
    /// <returns><see cref="Formality.Unstated"/> for <see cref="GatheringKind.Other"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static Formality ToFormality(this GatheringKind kind)
    {
        Defined.Check(kind);
        return kind switch
        {
            GatheringKind.Workshop or GatheringKind.Training or GatheringKind.Talk or GatheringKind.Meeting => Formality.Formal,
            GatheringKind.Other => Formality.Unstated,
            _ => Formality.Informal,
        };
    }
}
