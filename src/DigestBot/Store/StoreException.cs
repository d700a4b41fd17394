namespace DigestBot.Store;

/// <summary>The store cannot do what was asked; the message is one sentence for the operator, with the remedy.</summary>
internal sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
