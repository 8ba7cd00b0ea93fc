using System.Collections;
using System.Reflection;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class PermissionsTests
{
    private static readonly Type[] Commands = [.. typeof(Command).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(Command))).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static readonly PersonId Gus = new("gus");

    /// <summary>Who acts, and in which capacities; gus is whom commands concern unless it is themselves.</summary>
    private static readonly (Actor By, PersonId Subject, Standing Standing)[] Actors =
    [
        (Actor.Of(Hosted.Fin), Gus, Standing.Anyone),
        (Actor.Of(Hosted.Fin), Hosted.Fin, Standing.Anyone | Standing.Self),
        (Actor.Of(Hosted.Cem), Gus, Standing.Anyone | Standing.Member),
        (Actor.Of(Hosted.Dee), Gus, Standing.Anyone | Standing.Member | Standing.CoreGroup),
        (Actor.Of(Hosted.Ana), Gus, Standing.Anyone | Standing.Member | Standing.Facilitator),
        (Actor.Of(Hosted.Eva), Gus, Standing.Anyone | Standing.Sponsor),
        (World.Host, Gus, Standing.Administrator),
        (Actor.Policy("lapse"), Gus, Standing.Policy),
    ];

    [Fact]
    public void Default_HasARowForEveryCommandAndNoOther()
    {
        string[] missing = [.. Commands.Except(PermissionMatrix.Default.Rows.Keys).Select(c => c.Name)];
        Assert.True(missing is [], $"Say who may put {string.Join(", ", missing)}: add a row in Hosting/DefaultPermissions.cs, and the table of PermissionMatrix.Default.ToMarkdown() to docs/permissions.md.");
        Assert.Equal(Commands.Length, PermissionMatrix.Default.Rows.Count);
        Assert.DoesNotContain(PermissionMatrix.Default.Rows, r => r.Value == Standing.None || (r.Value & Standing.Policy) != 0);
    }

    [Fact]
    public void Documentation_ShowsTheMatrix() =>
        Assert.Contains(PermissionMatrix.Default.ToMarkdown(), File.ReadAllText(Path.Combine(Repository.Root, "docs", "permissions.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public async Task EveryCommand_ByEverybody_IsDeniedExactlyWhereTheMatrixSaysSo()
    {
        foreach (Type type in Commands)
        {
            foreach ((Actor by, PersonId subject, Standing standing) in Actors)
            {
                Hosted host = new();
                await host.Launch(Hosted.Agile);
                JournalEntry[] before = await host.Entries(Hosted.Agile);
                Command command = (Command)Make(type, subject)!;
                Standing own = command.Subject is null ? standing & ~Standing.Self : standing;
                Exception? misuse = null;
                string[] codes = [];
                try
                {
                    codes = await host.Codes(command, by);
                }
                catch (ArgumentException exception)
                {
                    misuse = exception;
                }

                bool denied = misuse is null && codes is ["permission.denied"];
                Assert.True(denied == ((PermissionMatrix.Default.Rows[type] & own) == 0), $"{type.Name} by {by} ({own}): {string.Join(", ", codes)} {misuse?.Message}");
                if (denied)
                {
                    Assert.Equal(before, await host.Entries(Hosted.Agile));
                }
            }
        }
    }

    [Fact]
    public async Task Proposal_ItsProposer_BringsItToItsCharter_AndInterestGivesNoPower()
    {
        Hosted host = new();
        await host.Must(World.Proposal(Hosted.Agile), Hosted.Ana);
        Assert.Equal(["permission.denied"], await host.Codes(new RenameCommunity(Hosted.Agile, "Agility", "We try."), Actor.Of(Hosted.Fin)));
        await host.Must(new ExpressInterest(Hosted.Agile, Hosted.Fin), Hosted.Fin);
        Assert.Equal(["permission.denied"], await host.Codes(new RenameCommunity(Hosted.Agile, "Agility", "We try."), Actor.Of(Hosted.Fin)));
        Assert.Equal(["permission.denied"], await host.Codes(new NominateForRole(Hosted.Agile, Hosted.Fin, Role.Facilitator), Actor.Of(Hosted.Fin)));
        await host.Must(new RenameCommunity(Hosted.Agile, "Agility", "We try."), Hosted.Ana);
        foreach (PersonId person in new[] { Hosted.Ana, Hosted.Bo, Hosted.Cem })
        {
            await host.Must(new JoinCommunity(Hosted.Agile, person, Hosted.Consent), person);
        }

        await host.Must(new NominateForRole(Hosted.Agile, Hosted.Ana, Role.Facilitator), Hosted.Ana);
        await host.Must(new AcceptNomination(Hosted.Agile, Hosted.Ana, Role.Facilitator), Hosted.Ana);
        await host.Must(new AdoptCharter(Hosted.Agile, World.Terms()), Hosted.Ana);

        Assert.Equal(["permission.denied"], await host.Codes(new RenameCommunity(Hosted.Agile, "Mine", "Alone."), Actor.Of(Hosted.Fin)));
        Assert.Equal(["permission.denied"], await host.Codes(new NominateForRole(Hosted.Agile, Hosted.Fin, Role.Facilitator), Actor.Of(Hosted.Fin)));
    }

    [Fact]
    public async Task Facilitator_OnLeave_DoesNotAct()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile, 2);
        await host.Must(new PauseMembership(Hosted.Agile, Hosted.Bo), Hosted.Bo);
        Assert.Equal(["permission.denied"], await host.Codes(new CheckIn(Hosted.Agile, "Fine."), Actor.Of(Hosted.Bo)));
    }

    [Fact]
    public async Task With_OneRowReplaced_AppliesToThatCommandOnly()
    {
        PermissionMatrix matrix = PermissionMatrix.Default.With<CheckIn>(Standing.Member);
        Hosted host = new(permissions: new MatrixPermissions(matrix));
        await host.Launch(Hosted.Agile);
        await host.Must(new CheckIn(Hosted.Agile, "Fine."), Hosted.Cem);
        Assert.Equal(["permission.denied"], await host.Codes(new CheckIn(Hosted.Agile, "Fine."), World.Host));
        Assert.Equal(PermissionMatrix.Default.Rows.Count, matrix.Rows.Count);
        Assert.Equal([typeof(CheckIn)], matrix.Rows.Where(r => PermissionMatrix.Default.Rows[r.Key] != r.Value).Select(r => r.Key));
        Assert.Throws<ArgumentException>(() => new PermissionMatrix([KeyValuePair.Create(typeof(MembershipCommand), Standing.Member)]));
        Assert.False(new PermissionMatrix([]).Allows(typeof(CheckIn), Standing.Administrator));
    }

    [Fact]
    public async Task Permissions_ThatAskTheLibraryBack_ThrowInsteadOfWaitingForThemselves()
    {
        Asking asking = new();
        Hosted host = new(permissions: asking);
        asking.Host = host;
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Must(World.Proposal(Hosted.Agile), Hosted.Ana));
        Assert.Empty(await host.Entries(Hosted.Agile));
        Assert.Null(await host.Queries.FindAsync(Hosted.Agile, World.Host)); // and outside of the question everything goes on
    }

    /// <summary>Something that the constructor takes.</summary>
    private static object? Make(Type type, PersonId subject, string name = "")
    {
        if (Nullable.GetUnderlyingType(type) is not null)
        {
            return null;
        }

        return type == typeof(CommunityId) ? name == "Community" ? Hosted.Agile : new CommunityId("other")
            : type == typeof(PersonId) ? subject
            : type == typeof(string) ? "text"
            : type == typeof(DateTimeOffset) ? World.Start.AddDays(300)
            : type == typeof(TimeSpan) ? TimeSpan.FromDays(30)
            : type == typeof(CharterTerms) ? World.Terms()
            : type == typeof(LegacyPlan) ? World.Settled
            : type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal) ? Activator.CreateInstance(type, "x-1")
            : type.IsValueType ? Activator.CreateInstance(type)
            : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? typeof(PermissionsTests).GetMethod(nameof(Empty), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, null)
            : type.GetConstructors() is [] ? null
            : Construct(type.GetConstructors().MaxBy(c => c.GetParameters().Length)!, subject);
    }

    private static object Construct(ConstructorInfo constructor, PersonId subject) =>
        constructor.Invoke([.. constructor.GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue is DBNull ? null : Make(p.ParameterType, subject, p.Name!) : Make(p.ParameterType, subject, p.Name!))]);

    private static ValueList<T> Empty<T>() => [];

    private sealed class Asking : IPermissions
    {
        public Hosted? Host { get; set; }

        public async ValueTask<bool> AllowsAsync(PermissionQuestion question, CancellationToken cancellationToken = default) =>
            await Host!.Queries.FindAsync(question.Command.Community, question.By, cancellationToken) is null;
    }
}
