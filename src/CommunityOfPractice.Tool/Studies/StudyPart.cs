namespace CommunityOfPractice.Tool.Studies;

/// <summary>Which of the communities a study looks at.</summary>
internal enum StudyPart
{
    /// <summary>The half for calibration.</summary>
    Calibration = 0,

    /// <summary>The half that is held out.</summary>
    HoldOut = 1,

    /// <summary>All of them, where nothing is to be chosen any more.</summary>
    Whole = 2,
}
