// package CommunityOfPractice.Testing *
// package Microsoft.NET.Test.Sdk 18.0.1
// package xunit 2.9.3
// package xunit.runner.visualstudio 3.1.5
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Testing;
using Xunit;

public sealed class MyStoreTests
{
    [Fact]
    public async Task Journal_KeepsItsContract() => (await JournalConformance.RunAsync(_ => new(new InMemoryJournal(new InMemoryCommunityDirectory())))).ThrowIfBroken();

    [Fact]
    public async Task Activities_KeepTheirContract() => (await ActivityStoreConformance.RunAsync(_ => new(new InMemoryActivityStore()))).ThrowIfBroken();

    [Fact]
    public async Task StoresTogether_KeepTheirContract() => (await HistoryConformance.RunAsync(_ => new(HistoryConformance.InMemory()))).ThrowIfBroken();
}
