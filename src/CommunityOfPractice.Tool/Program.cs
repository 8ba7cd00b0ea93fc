using CommunityOfPractice.Tool;

return await Cop.RunAsync(args, Terminal.OfProcess()).ConfigureAwait(false);
