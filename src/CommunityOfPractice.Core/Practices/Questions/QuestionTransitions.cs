using System.Text;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Practices.QuestionStatus;

namespace CommunityOfPractice.Core.Practices;

/// <summary>The life of a question as a table: every command and the rule, from which status to which.</summary>
/// <remarks>The table says what the code does, and tests compare the two; the code does not read it.</remarks>
public static class QuestionTransitions
{
    /// <summary>Gets the rows.</summary>
    /// <value>In the order of their ids.</value>
    public static ValueList<QuestionTransition> All { get; } =
    [
        new("Q1", nameof(AskQuestion), [], [Unanswered], ["actor.not-a-member", "community.closing", "community.not-living", "question.exists", "question.no-title"]),
        Row("Q2", nameof(AnswerQuestion), [Unanswered, Answered, Accepted], [Answered, Accepted], "actor.not-a-member", "answer.exists", "answer.no-text", "answer.own-question", "question.over"),
        Row("Q3", nameof(AcceptAnswer), [Answered, Accepted], [Accepted], "answer.accepted", "answer.unknown", "question.not-asker", "question.over"),
        Row("Q3", nameof(WithdrawAcceptance), [Accepted], [Answered], "question.not-accepted", "question.not-asker"),
        Row("Q4", nameof(EscalateQuestion), [Unanswered, Answered], [], "escalation.target", "question.not-asker-or-in-charge", "question.not-open"),
        new("Q4", nameof(QuestionEscalated), [Unanswered], [], []),
        Row("Q5", nameof(ForwardQuestion), [Unanswered, Answered], [Forwarded], "actor.not-in-charge", "question.forward-self", "question.not-open"),
        Row("Q6", nameof(WithdrawQuestion), [Unanswered, Answered], [Withdrawn], "question.not-asker", "question.not-open"),
        Row("Q7", nameof(CloseQuestion), [Unanswered, Answered], [Closed], "question.no-reason", "question.not-asker-or-in-charge", "question.not-open"),
        Row("Q8", nameof(ReopenQuestion), [Withdrawn, Forwarded, Closed], [Unanswered, Answered], "community.closing", "question.not-asker", "question.not-asker-or-in-charge", "question.not-over"),
    ];

    /// <summary>Draws the transitions that change the status.</summary>
    /// <returns>A Mermaid state diagram, with lines that end in <c>\n</c>.</returns>
    public static string ToMermaid()
    {
        StringBuilder text = new("stateDiagram-v2\n");
        foreach (QuestionTransition row in All)
        {
            foreach (string from in row.From.Count == 0 ? ["[*]"] : row.From.Select(s => s.ToString()))
            {
                foreach (QuestionStatus to in row.To.Where(to => to.ToString() != from && !(row.Trigger == nameof(AnswerQuestion) && to == Accepted) && !(row.Trigger == nameof(AnswerQuestion) && from == nameof(Accepted))))
                {
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    {from} --> {to} : {row.Id} {row.Trigger}\n");
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Writes the table.</summary>
    /// <returns>Markdown, with lines that end in <c>\n</c>.</returns>
    public static string ToMarkdown()
    {
        StringBuilder text = new("| | command or rule | from | to | refused with |\n|---|---|---|---|---|\n");
        foreach (QuestionTransition row in All)
        {
            string from = row.From.Count == 0 ? "–" : string.Join(", ", row.From), to = row.To.Count == 0 ? "stays" : string.Join(", ", row.To);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {row.Id} | `{row.Trigger}` | {from} | {to} | {string.Join(", ", row.Guards.Select(g => $"`{g}`"))} |\n");
        }

        return text.ToString();
    }

    private static QuestionTransition Row(string id, string trigger, ValueList<QuestionStatus> from, ValueList<QuestionStatus> to, params string[] guards) =>
        new(id, trigger, from, to, guards.Append("community.not-living").Append("question.unknown").Order(StringComparer.Ordinal).ToValueList());
}
