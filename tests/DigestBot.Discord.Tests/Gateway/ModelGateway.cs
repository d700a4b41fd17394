using System.Text.Json.Nodes;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>A gateway that keeps sessions and replays what was missed, and fails whenever it is told to.</summary>
internal sealed class ModelGateway(ScriptedGateway gateway)
{
    private const int Interval = 41_250;

    private readonly List<ModelSession> _sessions = [];
    private int _messages;
    private ScriptedSocket? _socket;
    private ModelSession? _session;
    private bool _isMute;
    private int _refusals;
    private bool _greetsNot;
    private bool _replaysTooMuch;
    private bool _forgetsOnResume;

    public IReadOnlyList<ModelSession> Sessions => _sessions;

    /// <summary>Answers connections for ever.</summary>
    public async Task ServeAsync()
    {
        gateway.OnConnect = (address, _) => Connect(address);
        while (true)
        {
            ScriptedSocket socket = await gateway.NextAsync();
            _socket = null;
            socket.OnFrame = frame => Take(socket, frame);
            if (_greetsNot)
            {
                _greetsNot = false;
                continue;
            }

            socket.Hello(Interval);
        }
    }

    /// <summary>From now on nothing fails any more.</summary>
    public void Heal() => (_refusals, _greetsNot, _replaysTooMuch, _forgetsOnResume) = (0, false, false, false);

    public void Do(GatewayAct act)
    {
        switch (act)
        {
            case GatewayAct.RefuseConnections:
                _refusals = 3;
                return;
            case GatewayAct.GreetNot:
                _greetsNot = true;
                return;
            case GatewayAct.ReplayTooMuch:
                _replaysTooMuch = true;
                return;
            case GatewayAct.ForgetOnResume:
                _forgetsOnResume = true;
                return;
            case GatewayAct.Emit:
                Emit();
                return;
        }

        if (_socket is { } socket && _session is { } session && !_isMute)
        {
            Fail(act, socket, session);
        }
    }

    private Task Connect(Uri address)
    {
        if (address.Host == "resume.example")
        {
            _sessions[^1].Attempts++;
        }

        return _refusals-- > 0 ? throw new IOException("Connection refused.") : Task.CompletedTask;
    }

    // A session gets its messages whether or not anybody is connected: that is what is replayed.
    private void Emit()
    {
        if (_session is { IsGone: false } session)
        {
            session.Log.Add($"m{_messages++}");
            if (_socket is { } socket && !_isMute)
            {
                socket.Message(session.Log.Count + 1, session.Log[^1]);
            }
        }
    }

    private void Fail(GatewayAct act, ScriptedSocket socket, ModelSession session)
    {
        switch (act)
        {
            case GatewayAct.Cut:
                socket.Cut();
                break;
            case GatewayAct.AskToReconnect:
                socket.Send("""{"op":7,"d":null}""");
                return; // the connection goes on until the client leaves
            case GatewayAct.PauseSession:
                socket.Send("""{"op":9,"d":true}""");
                break;
            case GatewayAct.EndSession:
                session.IsGone = true;
                socket.Send("""{"op":9,"d":false}""");
                break;
            case GatewayAct.Close:
                socket.Close(4000);
                break;
            case GatewayAct.CloseForNewSession:
                session.IsGone = true;
                socket.Close(4009);
                break;
            case GatewayAct.FallSilent:
                socket.Answers = false;
                socket.AnswersClose = false;
                _isMute = true;
                return;
            case GatewayAct.SendGarbage:
                session.Garbage++;
                socket.Send("""{"op":0,"s":""");
                break;
        }

        _socket = null;
    }

    private void Take(ScriptedSocket socket, SentFrame frame)
    {
        switch (frame.Op)
        {
            case 2:
                _session = new ModelSession($"session{_sessions.Count}");
                _sessions.Add(_session);
                (_socket, _isMute) = (socket, false);
                socket.Dispatch("READY", 1, ScriptedGateway.ReadyData(_session.Id));
                break;
            case 6:
                Resume(socket, frame.Data!);
                break;
        }
    }

    private void Resume(ScriptedSocket socket, JsonNode data)
    {
        ModelSession session = _sessions.Single(one => one.Id == (string)data["session_id"]!);
        if (session.IsGone || session != _session || _forgetsOnResume)
        {
            _forgetsOnResume = false;
            session.IsGone = true;
            socket.Send("""{"op":9,"d":false}""");
            return;
        }

        long from = _replaysTooMuch ? Math.Max(2, (long)data["seq"]! - 3) : (long)data["seq"]! + 1;
        (_socket, _isMute, _replaysTooMuch) = (socket, false, false);
        for (long sequence = from; sequence <= session.Log.Count + 1; sequence++)
        {
            socket.Message(sequence, session.Log[(int)sequence - 2]);
        }

        socket.Dispatch("RESUMED", session.Log.Count + 1, "{}");
    }
}
