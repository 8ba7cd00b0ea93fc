namespace CommunityOfPractice.Testing;

/// <summary>There is no store to try: what was to make one threw.</summary>
internal sealed class NoStoreException(Exception thrown) : Exception(thrown.Message, thrown);
