using System.Text.Json;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>Numbers of a study in JSON, to four places.</summary>
internal static class StudyJson
{
    /// <summary>A number; null when there is none.</summary>
    public static void Write(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, Math.Round(known, 4));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A number with its interval; null when there is none.</summary>
    public static void Write(Utf8JsonWriter json, string name, double? number, (double Low, double High)? interval)
    {
        if (number is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        Write(json, "value", number);
        Write(json, "low", interval?.Low);
        Write(json, "high", interval?.High);
        json.WriteEndObject();
    }
}
