#if SAME_SEEDS
// docs/adr/0085: the same cases every time where CI=true, new ones in each run everywhere else.
[assembly: FsCheck.Xunit.Properties(Replay = "(20261127,11400714819323198485)")]
#endif
