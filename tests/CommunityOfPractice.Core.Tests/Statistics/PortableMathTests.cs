using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

public class PortableMathTests
{
    [Property(MaxTest = 1000)]
    public void Log_AgreesWithTheSystem(PositiveInt numerator, PositiveInt denominator, byte power)
    {
        double x = (double)numerator.Get / denominator.Get * Math.Pow(10, power - 128);
        Assert.Equal(Math.Log(x), PortableMath.Log(x), Math.Abs(Math.Log(x)) * 4e-16);
    }

    [Property(MaxTest = 1000)]
    public void Exp_AgreesWithTheSystem(int numerator)
    {
        double x = numerator % 690_000 / 1000.0;
        Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 4e-16);
    }

    /// <summary>The same bits wherever this test runs.</summary>
    [Theory]
    [InlineData(0.1, -4611004657371359979)]
    [InlineData(0.7, -4623275132358410416)]
    [InlineData(1.3, 4598397954332670428)]
    [InlineData(12345.678, 4621493204086758961)]
    [InlineData(1, 0)]
    public void Log_HasTheseBits(double x, long bits) => Assert.Equal(bits, BitConverter.DoubleToInt64Bits(PortableMath.Log(x)));

    [Theory]
    [InlineData(-1.5, 4597207131539332125)]
    [InlineData(0.3, 4608758042795448982)]
    [InlineData(-40.25, 4345556113981630971)]
    [InlineData(20, 4736919330018093060)]
    [InlineData(0, 4607182418800017408)]
    [InlineData(-700, 58915316498509951)]
    [InlineData(-701, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    public void Exp_HasTheseBits(double x, long bits) => Assert.Equal(bits, BitConverter.DoubleToInt64Bits(PortableMath.Exp(x)));
}
