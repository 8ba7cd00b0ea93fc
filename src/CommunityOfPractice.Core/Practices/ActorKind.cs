using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Whether a person or a program acted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActorKind>))]
public enum ActorKind : byte
{
    /// <summary>A person.</summary>
    Human = 0,

    /// <summary>A program: a bot, a service account, an integration. Left out of every measure.</summary>
    Bot = 1,
}
