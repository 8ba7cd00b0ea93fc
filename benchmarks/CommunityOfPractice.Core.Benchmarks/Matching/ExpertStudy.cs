using System.Globalization;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.Matching;

/// <summary>Who will give the accepted answer? Ranks people for each later question of a Stack Exchange site by what was there before it was asked, beside two simple rankings.</summary>
internal static class ExpertStudy
{
    private const int Top = 5;

    private sealed record Post(string Id, bool IsQuestion, string Parent, string Accepted, DateTimeOffset At, string Owner, ValueList<TopicId> Tags);

    /// <summary>Each question of a part whose accepted answer comes from somebody who answered before is a case.</summary>
    /// <param name="later">The later half of the questions; else from the second eighth to the middle, for choices.</param>
    public static void Run(TextWriter output, string path, bool later)
    {
        Post[] posts = [.. File.ReadLines(path).Skip(1).Select(Parse).OfType<Post>().OrderBy(p => p.At)];
        Dictionary<string, Post> byId = posts.ToDictionary(p => p.Id);
        Post[] questions = [.. posts.Where(p => p.IsQuestion)];
        (Post Answer, Post Question)[] answers = [.. posts.Where(p => !p.IsQuestion && p.Owner.Length > 0 && byId.ContainsKey(p.Parent)).Select(p => (p, byId[p.Parent]))];
        Dictionary<string, List<double>> ranks = new() { ["library"] = [], ["most answers in the tags"] = [], ["most answers so far"] = [] };
        int accepted = 0, newcomers = 0;
        foreach (Post question in later ? questions[(questions.Length / 2)..] : questions[(questions.Length / 8)..(questions.Length / 2)])
        {
            if (question.Accepted.Length == 0 || !byId.TryGetValue(question.Accepted, out Post? winner) || winner.Owner.Length == 0 || winner.Owner == question.Owner)
            {
                continue;
            }

            accepted++;
            (Post Answer, Post Question)[] before = [.. answers.Where(a => a.Answer.At < question.At && a.Answer.Owner != question.Owner)];
            string[] people = [.. before.Select(a => a.Answer.Owner).Distinct().Order(StringComparer.Ordinal)];
            if (!people.Contains(winner.Owner))
            {
                newcomers++;
                continue;
            }

            // An acceptance counts when the accepted answer is there: when it was accepted is not in the data.
            ExpertFinder finder = new(before.Select(a => new AnswerEvidence(new(a.Answer.Owner), a.Answer.At, a.Question.Tags, a.Question.Accepted == a.Answer.Id)), question.At);
            OpenAsk ask = new(question.Id, new(question.Owner.Length > 0 ? question.Owner : "deleted"), question.Tags);
            string[] found = [.. finder.Rank(ask, people.Select(p => new ExpertCandidate(new(p), 1) { OptedIn = true }), people.Length).Select(s => s.Person.Text)];
            ranks["library"].Add(Array.IndexOf(found, winner.Owner) + 1);
            ranks["most answers so far"].Add(RankOf(people, winner.Owner, p => before.Count(a => a.Answer.Owner == p)));
            ranks["most answers in the tags"].Add(RankOf(people, winner.Owner, p => before.Where(a => a.Answer.Owner == p).Sum(a => a.Question.Tags.Count(t => question.Tags.Contains(t)))));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: {accepted} {(later ? "later" : "earlier")} questions with an accepted answer, {newcomers} of them by somebody who had not answered before (no ranking can find them; left out)"));
        foreach ((string name, List<double> all) in ranks)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {all.Count} questions, MRR {all.Average(r => 1 / r):0.000}, recall@{Top} {all.Average(r => r <= Top ? 1.0 : 0):0.000}"));
        }
    }

    /// <summary>Where somebody stands in a ranking; those with equal counts share the middle of their places.</summary>
    private static double RankOf(string[] people, string wanted, Func<string, int> count)
    {
        int own = count(wanted);
        int[] counts = [.. people.Select(count)];
        return counts.Count(c => c > own) + ((counts.Count(c => c == own) + 1) / 2.0);
    }

    private static Post? Parse(string line)
    {
        string[] cells = line.Split(',');
        return cells[1] is not ("question" or "answer") ? null : new(
            cells[0], cells[1] == "question", cells[2], cells[3], DateTimeOffset.FromUnixTimeSeconds(long.Parse(cells[4], CultureInfo.InvariantCulture)), cells[5],
            cells[9].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(t => new TopicId(t)).ToValueList());
    }
}
