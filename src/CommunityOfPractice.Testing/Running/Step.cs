namespace CommunityOfPractice.Testing;

/// <summary>One operation on a store and its model; worked out against the model when it acts, so that steps before it can be left out.</summary>
internal sealed record Step<TStore, TModel>(string Text, Func<TStore, TModel, Task> Act);
