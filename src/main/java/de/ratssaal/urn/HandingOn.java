package de.ratssaal.urn;

import de.ratssaal.base.NoticeChannel;
import de.ratssaal.identity.PersonId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hands registrations on to the node that collects them, sealed for it alone. They pass as notices of the database server, which
 * stand in no table and no log of changes.
 */
@Component
class HandingOn implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Collecting collecting;
    private final UrnStore store;
    private final NoticeChannel nodes;
    private final Map<String, CompletableFuture<Collecting.Answer>> asked = new ConcurrentHashMap<>();

    HandingOn(Collecting collecting, UrnStore store, DataSource dataSource, JdbcConnectionDetails address) {
        this.collecting = collecting;
        this.store = store;
        this.nodes = new NoticeChannel("ratssaal_urn", dataSource, address);
    }

    /** @return none if the other node does not answer */
    Optional<Collecting.Answer> handOn(Urn urn, PersonId voter, String credential) {
        var question = UUID.randomUUID().toString();
        var answer = new CompletableFuture<Collecting.Answer>();
        asked.put(question, answer);
        try {
            var sealed = SealedNote.seal(voter + " " + credential, urn.collectorKey());
            nodes.say("REGISTER %s %s %d %s".formatted(question, urn.poll(), urn.attempt(), sealed));
            return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            asked.remove(question);
        }
    }

    private void hear(String notice) {
        var words = notice.split(" ");
        if (words[0].equals("ANSWER")) {
            Optional.ofNullable(asked.get(words[1])).ifPresent(it -> it.complete(Collecting.Answer.valueOf(words[2])));
            return;
        }
        var poll = new SecretPollId(UUID.fromString(words[2]));
        var attempt = Integer.parseInt(words[3]);
        collecting.read(poll, attempt, words[4]).ifPresent(note -> {
            var parts = note.split(" ", 2);
            var voter = new PersonId(UUID.fromString(parts[0]));
            var answer = collecting.add(poll, attempt, voter, parts[1]);
            if (answer == Collecting.Answer.DONE) {
                store.ready(poll, attempt, voter);
            }
            nodes.say("ANSWER %s %s".formatted(words[1], answer));
        });
    }

    @Override
    public void start() {
        nodes.start(() -> {}, this::hear);
    }

    @Override
    public void stop() {
        nodes.stop();
    }

    @Override
    public boolean isRunning() {
        return nodes.isRunning();
    }
}
