using System.Text;
using CsCheck;

namespace DigestBot.Teams.Tests.Outbound;

/// <summary>The service tells of errors in two forms.</summary>
public sealed class ErrorBodyTests
{
    [Theory]
    [InlineData("""{"error":{"code":"Throttled","message":"Too many"}}""", "Throttled", null, "Too many")]
    [InlineData("""{"error":{"code":"Forbidden","message":"{ \"subCode\": \"MessageWritesBlocked\", \"details\": \"Thread is blocked.\" }"}}""", "Forbidden", "MessageWritesBlocked", "Thread is blocked.")]
    [InlineData("""{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is blocked.\",\r\n  \"errorCode\": null\r\n}"}""", "209", "MessageWritesBlocked", "Thread is blocked.")]
    [InlineData("""{"code":"BadSyntax","message":"{ not JSON"}""", "BadSyntax", null, "{ not JSON")]
    [InlineData("""{"message":"Authorization has been denied."}""", null, null, "Authorization has been denied.")]
    [InlineData("""{"error":"unauthorized_client"}""", null, null, null)]
    [InlineData("""[1]""", null, null, null)]
    [InlineData("<html>Bad Gateway</html>", null, null, null)]
    [InlineData("", null, null, null)]
    public void An_error_is_read_in_either_form(string body, string? code, string? subCode, string? message) =>
        Assert.Equal(new ErrorBody(code, subCode, message), ErrorBody.Parse(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_long_text_is_cut() => Assert.Equal(
        301, ErrorBody.Parse(Encoding.UTF8.GetBytes($$"""{"message":"{{new string('x', 5000)}}"}""")).Message?.Length);

    [Fact]
    public void Nothing_that_a_service_sends_makes_it_throw() => Gen.OneOf(
            Gen.Byte.Array[0, 60],
            Gen.String.Select(text => Encoding.UTF8.GetBytes($$$"""{"error":{"code":{{{text}}},"message":"{{{text}}}"}}""")))
        .Sample(body => ErrorBody.Parse(body) is not null, iter: 2_000);
}
