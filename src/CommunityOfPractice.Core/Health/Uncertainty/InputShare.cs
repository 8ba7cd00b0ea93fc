using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How much of the score's variance one input alone accounts for.</summary>
/// <param name="Input"><c>indicators</c>, <c>weights</c> or <c>goalposts</c>, or the id of an indicator.</param>
/// <param name="Share">
/// The first-order share, from 0 to 1: the variance of the score's mean given this input, divided by the variance of the score. Estimated, with a standard error of a few hundredths.
/// The three inputs need not add up to 1, the rest is their interplay; indicators hang together, and so need not add up to <c>indicators</c>.
/// </param>
public sealed record InputShare(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Input,
    [property: JsonRequired] double Share);
