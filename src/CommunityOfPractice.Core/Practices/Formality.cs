using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Whether something happened in a formal or an informal setting.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Formality>))]
public enum Formality : byte
{
    /// <summary>Not stated.</summary>
    Unstated = 0,

    /// <summary>A coffee, a peer thread, a one-to-one, a chat in the hallway.</summary>
    Informal = 1,

    /// <summary>A workshop, a training, a talk, a meeting.</summary>
    Formal = 2,
}
