using CommunityOfPractice.Core.Interchange;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Interchange;

public class InstantTextTests
{
    [Theory]
    [InlineData("2020-02-29", "2020-02-29T00:00:00.0000000Z")]
    [InlineData("2020-02-29T13:14", "2020-02-29T13:14:00.0000000Z")]
    [InlineData("2020-02-29T13:14:15", "2020-02-29T13:14:15.0000000Z")]
    [InlineData("2020-02-29 13:14:15Z", "2020-02-29T13:14:15.0000000Z")]
    [InlineData("2020-02-29t13:14:15z", "2020-02-29T13:14:15.0000000Z")]
    [InlineData("2020-02-29T13:14:15.5", "2020-02-29T13:14:15.5000000Z")]
    [InlineData("2020-02-29T13:14:15.123456789Z", "2020-02-29T13:14:15.1234567Z")]
    [InlineData("2020-02-29T00:30:00+02:00", "2020-02-28T22:30:00.0000000Z")]
    [InlineData("2020-02-29 00:30:00+02", "2020-02-28T22:30:00.0000000Z")]
    [InlineData("2020-02-29T00:30:00.5+0230", "2020-02-28T22:00:00.5000000Z")]
    [InlineData("2020-02-28T22:30-05:30", "2020-02-29T04:00:00.0000000Z")]
    [InlineData("1970-01-01T01:00:00+01:00", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("2099-12-31T23:59:59.99999999", "2099-12-31T23:59:59.9999999Z")]
    [InlineData("0", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("-0", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("1582979655", "2020-02-29T12:34:15.0000000Z")]
    [InlineData("1582979655.25", "2020-02-29T12:34:15.2500000Z")]
    [InlineData("0000000000001582979655", "2020-02-29T12:34:15.0000000Z")]
    [InlineData("4102444799", "2099-12-31T23:59:59.0000000Z")]
    public void Parse_Legal_GivesTheInstant(string text, string expected)
    {
        Assert.Equal(InstantFault.None, InstantText.Parse(Import.Utf8(text), out long ticks));
        Assert.Equal(expected, new DateTime(ticks, DateTimeKind.Utc).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2020-02-30", InstantFault.Malformed)]
    [InlineData("2021-02-29", InstantFault.Malformed)]
    [InlineData("2020-13-01", InstantFault.Malformed)]
    [InlineData("2020-00-01", InstantFault.Malformed)]
    [InlineData("0000-00-00", InstantFault.Malformed)]
    [InlineData("2020-1-1", InstantFault.Malformed)]
    [InlineData("01/02/2020", InstantFault.Malformed)]
    [InlineData("2020-02-29T", InstantFault.Malformed)]
    [InlineData("2020-02-29T24:00", InstantFault.Malformed)]
    [InlineData("2020-02-29T13", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:60", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:60", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:15.", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:15ZZ", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:15+2:00", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:15+15:00", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:15+02:60", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:15+02:6", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:15+020", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:15+02x00", InstantFault.Malformed)]
    [InlineData("2020-02-29X13:14:15", InstantFault.Malformed)]
    [InlineData("2020-02-29T13:14:15 ", InstantFault.Malformed)]
    [InlineData("٢٠٢٠-02-29", InstantFault.Malformed)]
    [InlineData("1e9", InstantFault.Malformed)]
    [InlineData("12.", InstantFault.Malformed)]
    [InlineData(".5", InstantFault.Malformed)]
    [InlineData("-", InstantFault.Malformed)]
    [InlineData("+5", InstantFault.Malformed)]
    [InlineData("0000-01-01", InstantFault.TooEarly)]
    [InlineData("1969-12-31T23:59:59.9999999Z", InstantFault.TooEarly)]
    [InlineData("1970-01-01T00:00:00+00:01", InstantFault.TooEarly)]
    [InlineData("-0.5", InstantFault.TooEarly)]
    [InlineData("-1", InstantFault.TooEarly)]
    [InlineData("2100-01-01", InstantFault.TooLate)]
    [InlineData("9999-12-31T23:59:59.9999999-14:00", InstantFault.TooLate)]
    [InlineData("4102444800", InstantFault.TooLate)]
    [InlineData("99999999999999999999999999999999", InstantFault.TooLate)]
    [InlineData("1582979655123", InstantFault.Milliseconds)]
    [InlineData("582979655123", InstantFault.Milliseconds)]
    public void Parse_Illegal_SaysWhy(string text, object fault) => Assert.Equal((InstantFault)fault, InstantText.Parse(Import.Utf8(text), out _));

    [Property(MaxTest = 1000)]
    public void Format_Parsed_IsTheSameInstant(uint days, ulong ticks)
    {
        DateTimeOffset at = DateTimeOffset.UnixEpoch.AddDays(days % 47_482).AddTicks((long)(ticks % (ulong)TimeSpan.TicksPerDay));
        Assert.Equal(InstantFault.None, InstantText.Parse(Import.Utf8(InstantText.Format(at)), out long read));
        Assert.Equal(at.UtcTicks, read);
    }
}
