using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What sort of knowledge an artifact holds.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ArtifactKind>))]
public enum ArtifactKind : byte
{
    /// <summary>Something else.</summary>
    Other = 0,

    /// <summary>A way of doing something that has proved itself.</summary>
    BestPractice = 1,

    /// <summary>What was learned from something that happened.</summary>
    LessonLearned = 2,

    /// <summary>A new idea or solution; it has a <see cref="Maturity"/>.</summary>
    Innovation = 3,

    /// <summary>A program, a calculator, a board.</summary>
    Tool = 4,

    /// <summary>A form to be filled.</summary>
    Template = 5,

    /// <summary>A text that leads through something.</summary>
    Guide = 6,

    /// <summary>What was decided, and why.</summary>
    Decision = 7,

    /// <summary>A talk or meeting that was recorded.</summary>
    Recording = 8,
}
