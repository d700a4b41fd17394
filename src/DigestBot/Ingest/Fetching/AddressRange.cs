using System.Net;

namespace DigestBot.Ingest.Fetching;

/// <summary>A range of addresses that are never connected to, and what it is called.</summary>
internal sealed record AddressRange(IPNetwork Network, string Rule);
