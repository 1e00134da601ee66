package de.ratssaal.conference.web;

import static java.lang.Boolean.TRUE;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.OneAtATime;
import de.ratssaal.base.Refusal;
import de.ratssaal.conference.Gateway;
import de.ratssaal.conference.GatewaySeats;
import de.ratssaal.conference.LineId;
import de.ratssaal.conference.Lines;
import de.ratssaal.conference.Scene;
import de.ratssaal.conference.Signal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountAuthentication;
import de.ratssaal.identity.Sessions;
import de.ratssaal.meeting.MeetingId;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of browsers to this server. What is said on them goes through the database, so that it does not matter who is connected
 * to which server; this server only watches the meetings of its own lines.
 *
 * <p>Before a browser has come in with a ticket, its line does nothing and is closed soon.
 */
@Component
class ConferenceSocket extends TextWebSocketHandler {

    static final int LARGEST = Signal.LONGEST + 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(ConferenceSocket.class);
    private static final int MOST_AT_ONCE = 200;
    private static final int MOST_PER_SECOND = 30;
    private static final int MOST_OUTSIDE = 1_000;
    private static final int MOST_OUTSIDE_OF_SESSION = 5;
    private static final long ENTER_NANOS = 10_000_000_000L;
    private static final int LOOK_MILLIS = 5_000;
    private static final String OPEN = ConferenceSocket.class.getName();

    private final UUID node = UUID.randomUUID();
    private final Map<LineId, Open> lines = new ConcurrentHashMap<>();
    private final Set<Open> all = ConcurrentHashMap.newKeySet();
    private final Map<MeetingId, Watched> watched = new ConcurrentHashMap<>();
    private final Lines conference;
    private final GatewaySeats seats;
    private final Sessions sessions;
    private final ChangeNotices notices;
    private final Access access;
    private final ChangeNotices.Watch ended;

    ConferenceSocket(Lines conference, GatewaySeats seats, Sessions sessions, ChangeNotices notices, Access access) {
        this.conference = conference;
        this.seats = seats;
        this.sessions = sessions;
        this.notices = notices;
        this.access = access;
        this.ended = notices.watch(Sessions.ENDED, this::closeEnded);
    }

    /** What a browser says. */
    record Said(
            String type,
            @Nullable String ticket,
            @Nullable UUID before,
            @Nullable Boolean sound,
            @Nullable Boolean picture,
            @Nullable UUID to,
            @Nullable String body,
            @Nullable Boolean more) {

        Said {
            if (type == null) {
                throw new IllegalArgumentException("says nothing");
            }
        }
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var open = new Open(session, authentication(session).orElseThrow());
        session.setTextMessageSizeLimit(LARGEST);
        session.getAttributes().put(OPEN, open);
        all.add(open);
        var outside = all.stream().filter(it -> it.entered == null).toList();
        if (outside.size() > MOST_OUTSIDE
                || outside.stream()
                                .filter(it -> it.signedIn.session().equals(open.signedIn.session()))
                                .count()
                        > MOST_OUTSIDE_OF_SESSION) {
            open.close(CloseStatus.POLICY_VIOLATION);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var open = open(session);
        if (!open.limit.allows(System.nanoTime())) {
            open.end(Told.Why.UNFIT);
            return;
        }
        try {
            var said = JsonMapper.shared().readValue(message.getPayload(), Said.class);
            as(open.signedIn, () -> handle(open, said));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.debug("A line said what nobody understands", e);
            open.end(Told.Why.UNFIT);
        } catch (DataAccessException | TransactionException e) {
            // the browser comes back by itself, and then finds out whether it may
            LOG.warn("A line is cut off, the database is away or refuses: {}", e.getMessage());
            open.close(CloseStatus.SERVICE_RESTARTED);
        }
    }

    private void handle(Open open, Said said) {
        if (said.type().equals("enter")) {
            enter(open, said);
            return;
        }
        var entered = open.entered;
        if (entered == null) {
            throw new IllegalArgumentException("not in a room: " + said.type());
        }
        if (lines.get(entered.line()) != open) {
            return; // it is being closed
        }
        switch (said.type()) {
            case "beat" -> {
                if (conference.beat(entered.line(), node)) {
                    open.tell(new Told.Beat(Told.Type.BEAT));
                } else {
                    refresh(entered.meeting());
                }
            }
            case "show" -> conference.show(entered, TRUE.equals(said.sound()), TRUE.equals(said.picture()));
            case "signal" -> {
                if (open.seat != null) {
                    throw new IllegalArgumentException(
                            "who is in a room at the gateway says nothing to other browsers");
                }
                signal(entered, said);
            }
            case "gateway" -> {
                open.hearForGateway(said.body(), TRUE.equals(said.more()));
            }
            case "known-as" -> conference.knownAs(entered, Objects.requireNonNullElse(said.body(), ""));
            case "leave" -> {
                forget(open);
                conference.leave(entered);
                open.close(CloseStatus.NORMAL);
            }
            default -> throw new IllegalArgumentException("unknown: " + said.type());
        }
    }

    private void signal(Lines.Entered entered, Said said) {
        try {
            conference.signal(
                    entered,
                    new LineId(Objects.requireNonNullElse(said.to(), new UUID(0, 0))),
                    Objects.requireNonNullElse(said.body(), ""));
        } catch (DataIntegrityViolationException | UncategorizedSQLException e) {
            LOG.debug("Whom it was said to has just left, or the room was closed", e);
        }
    }

    private void enter(Open open, Said said) {
        if (open.entered != null) {
            throw new IllegalArgumentException("already in a room");
        }
        try {
            var before = said.before();
            var entered = conference.enter(
                    Objects.requireNonNullElse(said.ticket(), ""), node, before == null ? null : new LineId(before));
            open.entered = entered;
            open.tell(Told.entered(entered.line(), Lines.BEAT.toMillis(), Lines.LOST.toMillis()));
            Optional.ofNullable(lines.put(entered.line(), open)).ifPresent(it -> it.close(CloseStatus.NORMAL));
            watched.compute(entered.meeting(), (meeting, watch) -> watch == null ? new Watched(meeting) : watch);
            access.asSystem("conference", () -> seats.seat(entered, node, it -> open.tell(Told.fromGateway(it))))
                    .ifPresent(open::sitDown);
            refresh(entered.meeting());
        } catch (Refusal refusal) {
            LOG.debug("Not let in", refusal);
            open.end(Told.Why.REFUSED);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        // whose line just broke comes back, or is lost by being silent
        forget(open(session));
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable exception) {
        LOG.debug("A line broke", exception);
    }

    private void forget(Open open) {
        all.remove(open);
        open.standUp();
        var entered = open.entered;
        if (entered != null && lines.remove(entered.line(), open)) {
            watched.computeIfPresent(entered.meeting(), (meeting, watch) -> {
                if (of(meeting).isEmpty()) {
                    watch.close();
                    return null;
                }
                return watch;
            });
        }
    }

    private List<Open> of(MeetingId meeting) {
        return lines.values().stream()
                .filter(it -> it.entered != null && it.entered.meeting().equals(meeting))
                .toList();
    }

    /** Tells each line of the meeting what is true now; those that are in no open room any more end. */
    private void refresh(MeetingId meeting) {
        Optional.ofNullable(watched.get(meeting)).ifPresent(Watched::look);
    }

    private void show(MeetingId meeting) {
        var mine = of(meeting);
        if (mine.isEmpty()) {
            return;
        }
        access.asSystem("conference", () -> {
            var scene = conference.scene(meeting);
            for (var open : mine) {
                tell(open, scene);
            }
            conference
                    .takeSignals(node, mine.stream().map(Open::line).toList())
                    .forEach(it -> Optional.ofNullable(lines.get(it.to())).ifPresent(to -> to.tell(Told.of(it))));
        });
    }

    private void tell(Open open, Optional<Scene> scene) {
        var entered = Objects.requireNonNull(open.entered, "in a room");
        var line = entered.line();
        var person = open.signedIn.getPrincipal().signedIn().person();
        if (scene.isPresent()
                && scene.get().people().stream().anyMatch(it -> it.line().equals(line))) {
            open.show(Told.of(scene.get()));
        } else {
            var elsewhere = scene.stream()
                    .flatMap(it -> it.people().stream())
                    .anyMatch(it -> it.person().equals(person));
            forget(open);
            var isOpen =
                    scene.filter(it -> it.room().id().equals(entered.room())).isPresent();
            open.end(!isOpen ? Told.closed() : elsewhere ? Told.ended(Told.Why.ELSEWHERE) : Told.ended(Told.Why.ROOM));
        }
    }

    private void closeEnded() {
        if (all.isEmpty()) {
            return;
        }
        var over = sessions.ended(all.stream().map(it -> it.signedIn.session()).collect(Collectors.toSet()));
        all.stream().filter(it -> over.contains(it.signedIn.session())).forEach(it -> {
            // closed whatever becomes of the rest
            it.end(Told.Why.SIGNED_OUT);
            forget(it);
            var entered = it.entered;
            if (entered != null) {
                try {
                    access.asSystem("conference", () -> conference.end(entered));
                } catch (DataAccessException | TransactionException e) {
                    LOG.warn("A line whose session ended is lost by its silence: {}", e.getMessage());
                }
            }
        });
    }

    /** Who does not come in is sent away. */
    @Scheduled(fixedDelay = LOOK_MILLIS)
    void closeIdle() {
        var now = System.nanoTime();
        all.stream()
                .filter(it -> it.entered == null && now - it.since > ENTER_NANOS)
                .forEach(it -> it.end(Told.Why.REFUSED));
    }

    @PreDestroy
    void stop() {
        ended.close();
        watched.values().forEach(Watched::close);
        all.forEach(it -> it.close(CloseStatus.SERVICE_RESTARTED));
    }

    static Optional<AccountAuthentication> authentication(WebSocketSession session) {
        return session.getPrincipal() instanceof AccountAuthentication signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    private static Open open(WebSocketSession session) {
        return (Open) Objects.requireNonNull(session.getAttributes().get(OPEN), "opened before it is used");
    }

    private static void as(AccountAuthentication signedIn, Runnable act) {
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(signedIn);
            SecurityContextHolder.setContext(context);
            act.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** A meeting with lines to this server. */
    private final class Watched implements AutoCloseable {

        private final OneAtATime looking;
        private final List<ChangeNotices.Watch> watches;

        Watched(MeetingId meeting) {
            looking = new OneAtATime("conference of " + meeting, () -> show(meeting));
            watches = List.of(
                    notices.watch(ChangeNotices.meeting(meeting.value()), looking::ask),
                    notices.watch(Lines.topic(meeting), looking::ask));
        }

        void look() {
            looking.ask();
        }

        @Override
        public void close() {
            watches.forEach(ChangeNotices.Watch::close);
        }
    }

    /** A line that is open. */
    private static final class Open {

        private final WebSocketSession session;
        private final AccountAuthentication signedIn;
        private final RateLimit limit = new RateLimit(MOST_AT_ONCE, MOST_PER_SECOND, System.nanoTime());
        private final long since = System.nanoTime();
        private volatile Lines.@Nullable Entered entered;
        private volatile Told.@Nullable Shown shown;
        private volatile Gateway.@Nullable Seat seat;
        private final StringBuilder parts = new StringBuilder();
        private final Outbox outbox;

        Open(WebSocketSession session, AccountAuthentication signedIn) {
            this.session = session;
            this.signedIn = signedIn;
            this.outbox = new Outbox(
                    it -> session.sendMessage(new TextMessage(it)), () -> closeNow(CloseStatus.SESSION_NOT_RELIABLE));
        }

        void sitDown(Gateway.Seat at) {
            seat = at;
        }

        /** The answer for many people is longer than what can be said at once. The lines of a browser come one after the other. */
        void hearForGateway(@Nullable String part, boolean more) {
            var at = seat;
            if (at == null || part == null || parts.length() + part.length() > Gateway.LARGEST) {
                throw new IllegalArgumentException("not for a gateway");
            }
            parts.append(part);
            if (!more) {
                at.hear(parts.toString());
                parts.setLength(0);
            }
        }

        /** Once the line leads nowhere, its page has nothing of the gateway. */
        void standUp() {
            var at = seat;
            if (at != null) {
                at.close();
            }
        }

        LineId line() {
            return Objects.requireNonNull(entered, "in a room").line();
        }

        void show(Told.Shown now) {
            if (!now.equals(shown)) {
                shown = now;
                tell(now);
            }
        }

        void tell(Told what) {
            outbox.put(JsonMapper.shared().writeValueAsString(what));
        }

        void end(Told.Why why) {
            end(Told.ended(why));
        }

        void end(Told.Ended how) {
            tell(how);
            close(CloseStatus.NORMAL);
        }

        /** After what it was told. */
        void close(CloseStatus status) {
            outbox.end(() -> closeNow(status));
        }

        private void closeNow(CloseStatus status) {
            try {
                session.close(status);
            } catch (IOException e) {
                LOG.debug("A line was over already", e);
            }
        }
    }
}
