namespace CommunityOfPractice.Core.Practices;

/// <summary>What a community does and makes, the third of its parts beside its domain and its people: gatherings, knowledge and stories, questions, recognition.</summary>
/// <remarks>Immutable; the fold of the facts about it. A fact makes a new one, which shares with the one before what did not change.</remarks>
public sealed class Practice
{
    private Practice()
    {
    }

    private Practice(Practice other)
    {
        Calendar = other.Calendar;
        Repertoire = other.Repertoire;
        Questions = other.Questions;
        Recognition = other.Recognition;
    }

    /// <summary>Gets the practice of a community in which nothing has happened yet.</summary>
    /// <value>Every part is empty.</value>
    public static Practice Empty { get; } = new();

    /// <summary>Gets when and how people gather.</summary>
    /// <value>Empty by default.</value>
    public Calendar Calendar { get; private init; } = Calendar.Empty;

    /// <summary>Gets what people have made, and what came of it: artifacts and value stories.</summary>
    /// <value>Empty by default.</value>
    public Repertoire Repertoire { get; private init; } = Repertoire.Empty;

    /// <summary>Gets what people want to know.</summary>
    /// <value>Empty by default.</value>
    public Questions Questions { get; private init; } = Questions.Empty;

    /// <summary>Gets what was celebrated: milestones and kudos.</summary>
    /// <value>Empty by default.</value>
    public Recognition Recognition { get; private init; } = Recognition.Empty;

    /// <summary>Makes the practice that a state was taken of.</summary>
    internal static Practice Of(PracticeState state) => Empty;

    /// <summary>Returns everything that it holds, as plain lists.</summary>
    /// <returns>Equal for equal practices; O(n log n) in what it holds.</returns>
    public PracticeState ToState() => ReferenceEquals(this, Empty) ? PracticeState.Empty : new();

    internal Practice With(Calendar calendar) => new(this) { Calendar = calendar };

    internal Practice With(Repertoire repertoire) => new(this) { Repertoire = repertoire };

    internal Practice With(Questions questions) => new(this) { Questions = questions };

    internal Practice With(Recognition recognition) => new(this) { Recognition = recognition };
}
