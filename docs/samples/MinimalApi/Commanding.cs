using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;

namespace MinimalApi;

/// <summary>Puts a command of a request.</summary>
/// <remarks>With the header <c>Idempotency-Key</c> a request that comes again is answered as the first time, and nothing happens twice.</remarks>
internal sealed class Commanding(ICommunityCommands commands, Problems problems, IHttpContextAccessor accessor)
{
    public const string Header = "Idempotency-Key";

    public Task<IResult> AnswerAsync(Command command, Acting acting) =>
        AnswerAsync(command, acting, committed => Results.Ok(new { facts = committed.Entries.Count, repetition = committed.IsRepetition }));

    public async Task<IResult> AnswerAsync(Command command, Acting acting, Func<Committed, IResult> accepted)
    {
        HttpContext context = accessor.HttpContext!;
        string? key = context.Request.Headers[Header].FirstOrDefault();
        CommandRequest request = Reading.Value(() => new CommandRequest(command, acting.By) { CommandId = key }, Header, header: true);
        return problems.Answer(await commands.ExecuteAsync(request, context.RequestAborted), accepted);
    }
}
