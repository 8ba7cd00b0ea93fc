using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Commands;

/// <summary>Which health model a report uses: the one that fits what is known, one of the shipped ones, or one in a file.</summary>
internal static class ModelOption
{
    /// <exception cref="DataException">The file is no model; the message holds everything that is wrong with it.</exception>
    public static HealthModels Read(Terminal terminal, string? asked)
    {
        switch (asked)
        {
            case null:
                return HealthModels.Shipped;
            case "activity":
                return new(HealthModel.Activity, HealthModel.Activity);
            case "community":
                return new(HealthModel.Standard, HealthModel.Standard);
        }

        using StreamReader text = new(InputFiles.OpenOrRefuse(terminal, asked, "--model takes activity, community or a file with a model"));
        HealthModel model = HealthJson.ReadModel(text.ReadToEnd(), StandardIndicators.All.Select(i => i.Info.Id)).Match(read => read, refusal => throw Wrong(asked, refusal.Reasons));
        foreach (Reason doubt in model.Doubts())
        {
            terminal.Complain($"warning: {Reporting.Words.Plain(asked)}: {doubt.Text} [{doubt.Code}]");
        }

        return new(model, model);
    }

    private static DataException Wrong(string path, IEnumerable<Reason> reasons) =>
        new($"'{path}' is no health model:{string.Concat(reasons.Select(r => $"{Environment.NewLine}  {r.Text} [{r.Code}]"))}");
}
