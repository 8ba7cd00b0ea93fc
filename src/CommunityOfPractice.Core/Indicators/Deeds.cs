using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Who answered, hosted and curated in the window, and what became of questions: one pass over the history for all that ask.</summary>
internal sealed class Deeds
{
    private const byte IsAnswered = 1, IsAccepted = 2, IsClosed = 4;

    public Deeds(HealthEvidence evidence)
    {
        ActivityWindow history = evidence.History;
        ReadOnlySpan<Act> acts = history.Acts;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory, replies = history.Replies;
        int start = evidence.WindowStart, first = history.Start;
        byte[] questions = new byte[acts.Length];
        Answers = new(evidence.Actors.Count);
        Hosting = new(evidence.Actors.Count);
        Curation = new(evidence.Actors.Count);
        for (int i = 0; i < acts.Length; i++)
        {
            if (actors[i] < 0)
            {
                continue;
            }

            Act act = acts[i];
            bool inWindow = i >= start;
            int parent = replies.IsEmpty || replies[i] < 0 ? -1 : replies[i] - first;
            bool toQuestion = parent >= 0 && parent < acts.Length && acts[parent] == Act.Ask;
            Opened += inWindow && act == Act.Ask ? 1 : 0;
            if (act is Act.Host or Act.Curate)
            {
                (act == Act.Host ? Hosting : Curation).Add(actors[i], inWindow);
            }
            else if (act == Act.Answer || (act == Act.Reply && toQuestion))
            {
                Answers.Add(actors[i], inWindow);
            }

            bool answers = toQuestion && act.IsAnswer() && actors[parent] >= 0 && actors[parent] != actors[i];
            if (answers || (toQuestion && act == Act.Withdraw && actors[parent] == actors[i]))
            {
                byte before = questions[parent];
                Closed += inWindow && (before & IsClosed) == 0 ? 1 : 0;
                questions[parent] |= IsClosed;
                if (answers)
                {
                    questions[parent] |= history.Log.IsAccepted(first + parent, first + i) ? (byte)(IsAnswered | IsAccepted) : IsAnswered;
                }
            }
        }

        Open = OpenAtEnd(acts, actors, questions);
        AnyAccepted = questions.AsSpan().Contains((byte)(IsClosed | IsAnswered | IsAccepted));
        ReadOnlySpan<byte> ofWindow = questions.AsSpan(start);
        Accepted = ofWindow.Count((byte)(IsClosed | IsAnswered | IsAccepted));
        Answered = Accepted + ofWindow.Count((byte)(IsClosed | IsAnswered));
    }

    /// <summary>Answers, and replies to a question.</summary>
    public Deed Answers { get; }

    public Deed Hosting { get; }

    public Deed Curation { get; }

    /// <summary>Questions asked in the window.</summary>
    public int Opened { get; }

    /// <summary>Questions, whenever asked, whose first answer by another person or whose withdrawal came in the window.</summary>
    public int Closed { get; }

    /// <summary>Where in the history the questions stand, whenever asked, that have no answer by another person and are not withdrawn.</summary>
    public IReadOnlyList<int> Open { get; }

    /// <summary>Questions of the window with an answer by another person.</summary>
    public int Answered { get; }

    /// <summary>Questions of the window of which such an answer was accepted.</summary>
    public int Accepted { get; }

    /// <summary>Whether any answer was ever accepted here.</summary>
    public bool AnyAccepted { get; }

    private static List<int> OpenAtEnd(ReadOnlySpan<Act> acts, ReadOnlySpan<int> actors, byte[] questions)
    {
        List<int> open = [];
        for (int i = 0; i < questions.Length; i++)
        {
            if (acts[i] == Act.Ask && actors[i] >= 0 && (questions[i] & IsClosed) == 0)
            {
                open.Add(i);
            }
        }

        return open;
    }
}

/// <summary>How often each actor did one thing in the window, and whether anybody ever did.</summary>
internal sealed class Deed(int actors)
{
    private readonly int[] counts = new int[actors];
    private bool ever;

    public void Add(int actor, bool inWindow)
    {
        ever = true;
        counts[actor] += inWindow ? 1 : 0;
    }

    /// <summary>How few people did half of it in the window.</summary>
    /// <param name="what">What it is, in the plural.</param>
    /// <param name="code">The code for nobody ever having done it.</param>
    /// <param name="never">The same in words.</param>
    public Reading AbsenceFactor(string what, string code, string never) => !ever ? Reading.NotApplicable(code, never)
        : Statistics.AbsenceFactor.Of<int>(counts) is { } factor ? new(new Measurement.Value(factor, counts.Length - counts.AsSpan().Count(0)))
        : Reading.Insufficient(what, 0, 1);
}
