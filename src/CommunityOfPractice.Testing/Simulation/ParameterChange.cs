namespace CommunityOfPractice.Testing;

/// <summary>A new value of a parameter.</summary>
/// <param name="Parameter">Which one.</param>
/// <param name="Value">The value from then on.</param>
public sealed record ParameterChange(SimulationParameter Parameter, double Value);

/// <summary>A change that a simulation planted: what a dashboard should find.</summary>
/// <param name="Community">Where.</param>
/// <param name="Week">The first week in which it holds; 0 is the first of the simulation.</param>
/// <param name="Intervention">The name of the intervention that it is a part of.</param>
/// <param name="Parameter">What changed.</param>
/// <param name="Before">The value until then.</param>
/// <param name="After">The value from then on.</param>
public sealed record PlantedChange(Core.Communities.CommunityId Community, int Week, string Intervention, SimulationParameter Parameter, double Before, double After);
