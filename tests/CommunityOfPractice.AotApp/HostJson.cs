using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.AotApp;

/// <summary>What a host that is compiled ahead of time sends over the wire: a context of its own over the library's records.</summary>
/// <remarks><see cref="Committed"/> is not among them: it may hold exceptions of handlers. What it led to is in its entries.</remarks>
[JsonSourceGenerationOptions(Converters = [typeof(DecisionJsonConverter<int>), typeof(ValueListJsonConverter<MemberListing>)])]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(Decision<int>))]
[JsonSerializable(typeof(MemberListing))]
[JsonSerializable(typeof(ValueList<MemberListing>))]
[JsonSerializable(typeof(JoinCommunity))]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(CommunityView))]
[JsonSerializable(typeof(PortfolioReport))]
[JsonSerializable(typeof(SiloMap))]
[JsonSerializable(typeof(PairingRound))]
[JsonSerializable(typeof(CommunityRecommendations))]
internal sealed partial class HostJson : JsonSerializerContext;
