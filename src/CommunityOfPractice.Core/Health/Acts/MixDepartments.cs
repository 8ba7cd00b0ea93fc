using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Bring people of different departments together who have no tie yet: one act a pair.</summary>
internal sealed class MixDepartments : IHealthAct
{
    public string Indicator => CrossDepartmentTies.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
    {
        if (reading.Measurement is not Measurement.Value value || reading.Details.FirstOrDefault(d => d.Name == "expected") is not { } expected || target + expected.Number >= 1)
        {
            return null;
        }

        double goal = target + expected.Number, crossing = (value.Number + expected.Number) * value.Count; // external less internal ties
        long left = evidence.Departments.PairsLeft(evidence);
        if (left == 0 || WholeActs.For(((goal * value.Count) - crossing) / (1 - goal)) is not { } wanted)
        {
            return null;
        }

        int acts = (int)Math.Min(Math.Min(wanted, left), most);
        return new(acts, ((crossing + acts) / (value.Count + acts)) - expected.Number, $"Bring {WholeActs.Count(acts, "pair of people", "pairs of people")} from different departments together who have not talked yet.")
        {
            Available = (int)Math.Min(left, int.MaxValue),
            Wanted = WholeActs.Beyond(acts, wanted, (int)Math.Min(left, int.MaxValue)),
        };
    }
}
