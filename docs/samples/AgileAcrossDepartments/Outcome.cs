using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Practices;

namespace AgileAcrossDepartments;

/// <summary>What the year came to.</summary>
internal sealed record Outcome(HealthReport Health, SiloMap? Silos, TrendReport Trends, ValueStory Story, int Members, int Facilitators);
