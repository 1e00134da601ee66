package de.ratssaal.packet;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Lease;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.Refusal;
import de.ratssaal.document.DerivedContents;
import de.ratssaal.document.FileId;
import de.ratssaal.document.Files;
import de.ratssaal.document.Rendition;
import de.ratssaal.document.Renditions;
import de.ratssaal.identity.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Binds what is ordered, one packet at a time. What is bound so far lies in a folder of the packet's own, so that a packet
 * whose worker was killed is taken up where it was; a claim that is not renewed is anybody's.
 */
@Component
class PacketWork implements SmartLifecycle {

    static final Duration CLAIM = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(3);
    private static final int MOST_ATTEMPTS = 3;
    private static final long BETWEEN_NEWS = Duration.ofMillis(250).toNanos();
    private static final Logger LOG = LoggerFactory.getLogger(PacketWork.class);

    private final UUID node = UUID.randomUUID();
    private final PacketStore store;
    private final PacketCollection collection;
    private final PacketBinder binder;
    private final Renditions renditions;
    private final Files files;
    private final DerivedContents contents;
    private final PacketSettings settings;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Path folder;
    private final AtomicBoolean atWork = new AtomicBoolean();
    private volatile Thread worker = Thread.ofVirtual().unstarted(() -> {});
    private volatile boolean running;

    PacketWork(
            PacketStore store,
            PacketCollection collection,
            PacketBinder binder,
            Renditions renditions,
            Files files,
            DerivedContents contents,
            PacketSettings settings,
            Access access,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            PlatformTransactionManager transactions,
            Clock clock,
            RatssaalProperties ratssaal)
            throws IOException {
        this.store = store;
        this.collection = collection;
        this.binder = binder;
        this.renditions = renditions;
        this.files = files;
        this.contents = contents;
        this.settings = settings;
        this.access = access;
        this.events = events;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.folder = java.nio.file.Files.createDirectories(
                ratssaal.data().toAbsolutePath().resolve("packets"));
    }

    /** Begins with what waits, unless one is being bound. It has a thread of its own and holds up no other job. */
    @Scheduled(fixedDelay = 1_000)
    void begin() {
        if (running && atWork.compareAndSet(false, true)) {
            worker = Thread.ofVirtual().name("packet").start(() -> {
                try {
                    var row = claim();
                    while (row.isPresent() && running) {
                        work(row.get());
                        row = claim();
                    }
                } catch (RuntimeException e) {
                    if (running) {
                        LOG.error("Packets cannot be bound now; it is tried again in a moment", e);
                    } else { // the claim runs out, and the packet is anybody's
                        LOG.info("Binding packets ended with the application");
                    }
                } finally {
                    atWork.set(false);
                }
            });
        }
    }

    private Optional<PacketStore.Row> claim() {
        var now = clock.instant();
        return store.claim(node, now, now.plus(CLAIM));
    }

    private void work(PacketStore.Row row) {
        try (var lease = Lease.keep("packet " + row.id(), CLAIM, clock, until -> store.renew(row.id(), node, until))) {
            access.asSystem(PacketCollection.JOB, () -> {
                if (row.attempts() >= MOST_ATTEMPTS) {
                    LOG.error("The packet {} could not be bound in {} attempts", row.id(), row.attempts());
                    store.fail(row.id());
                    delete(row.id());
                } else {
                    bindIfReady(row);
                }
            });
        } catch (TakenAway e) {
            delete(row.id()); // it was ordered anew meanwhile
        } catch (Stopped e) {
            LOG.info("The packet {} is taken up again after the next start", row.id());
            store.giveBack(row.id(), node, false, clock.instant());
        } catch (UncheckedIOException e) {
            // also when the application is being stopped and its programs with it
            LOG.warn("Binding the packet {} was interrupted and is taken up again: {}", row.id(), e.getMessage());
            store.giveBack(row.id(), node, true, clock.instant().plus(PAUSE_AFTER_FAILURE));
        } catch (RuntimeException e) {
            if (!running) { // the database went first
                throw new Stopped();
            }
            LOG.warn("Binding the packet {} was interrupted; it is taken up again", row.id(), e);
            store.giveBack(row.id(), node, true, clock.instant().plus(PAUSE_AFTER_FAILURE));
        } finally {
            notices.changed(Packets.topic(row.meeting()));
        }
    }

    /** Somebody else has the packet, or it is gone. */
    private static final class TakenAway extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** The application ends. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private void bindIfReady(PacketStore.Row row) {
        var collected = collection.collect(row.meeting(), row.audience());
        if (collected.isEmpty()) {
            store.drop(row);
            delete(row.id());
        } else if (!collected.get().fingerprint().equals(row.fingerprint())) {
            store.order(row.meeting(), row.audience(), collected.get().fingerprint(), false, clock.instant());
            delete(row.id());
        } else if (isConverted(row, collected.get())) {
            bind(row, collected.get());
        } else {
            store.giveBack(row.id(), node, false, clock.instant().plus(PAUSE));
        }
    }

    /** Orders each file in the form of a PDF. */
    private boolean isConverted(PacketStore.Row row, Collected collected) {
        var wanted = collected.present();
        var open = wanted.stream()
                .flatMap(it -> files.find(it).stream())
                .filter(it -> renditions.order(it).state().isOpen())
                .count();
        if (open == 0) {
            return true;
        }
        require(store.progress(row.id(), node, PacketState.CONVERTING, (int) (wanted.size() - open), wanted.size()));
        return false;
    }

    private void bind(PacketStore.Row row, Collected collected) {
        goOn();
        var supply = new FromFiles(row, collected);
        require(store.progress(row.id(), node, PacketState.BINDING, 0, supply.total()));
        notices.changed(Packets.topic(row.meeting()));
        try {
            var own = own(row.id());
            var packet = binder.bind(collected.contents(), row.fingerprint(), own, supply);
            var documents = collected.contents().documents();
            var problems = packet.missing().stream()
                    .map(it ->
                            documents.get(it).label() + ": " + documents.get(it).title())
                    .toList();
            transaction.executeWithoutResult(running -> {
                var now = clock.instant();
                var hash = contents.keep(own.resolve(PacketBinder.FILE), packet.pages(), settings.maxSize());
                require(store.bound(row.id(), node, packet, hash, problems, now));
                events.publishEvent(
                        new PacketBound(row.id(), row.meeting(), row.audience(), packet.pages(), hash, now));
            });
            delete(row.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void goOn() {
        if (!running) {
            throw new Stopped();
        }
    }

    private static void require(boolean isStillMine) {
        if (!isStillMine) {
            throw new TakenAway();
        }
    }

    private Path own(PacketId id) {
        return folder.resolve(id.toString());
    }

    /** Hands the binder one file after the other, and tells how far it is. */
    private final class FromFiles implements PacketBinder.Supply {

        private final PacketStore.Row row;
        private final Collected collected;
        private final int total;
        private long toldAt;

        FromFiles(PacketStore.Row row, Collected collected) {
            this.row = row;
            this.collected = collected;
            this.total = collected.files().stream().mapToInt(this::pages).sum();
        }

        int total() {
            return total;
        }

        /** Text and what is missing is counted as one page. */
        private int pages(@Nullable FileId file) {
            return Math.max(
                    1,
                    Optional.ofNullable(file)
                            .flatMap(files::find)
                            .map(renditions::order)
                            .map(Rendition::pdf)
                            .map(Rendition.Pdf::pages)
                            .orElse(1));
        }

        @Override
        public PacketBinder.Supplied document(int number) {
            var id = Objects.requireNonNull(collected.files().get(number));
            var file = files.find(id);
            if (file.isEmpty()) {
                return missing(number, MissingReason.GONE);
            }
            return supplied(number, renditions.order(file.get()));
        }

        private PacketBinder.Supplied supplied(int number, Rendition rendition) {
            var pdf = rendition.pdf();
            if (pdf == null) {
                return missing(number, MissingReason.of(rendition.state()));
            }
            try {
                return new PacketBinder.Supplied.Pdf(pdf.open(), pdf.size());
            } catch (Refusal | IllegalStateException e) { // it is damaged, or not handed out any more
                LOG.error("A file is left out of the packet {}", row.id(), e);
                return missing(number, MissingReason.FAILED);
            }
        }

        private PacketBinder.Supplied.Missing missing(int number, MissingReason why) {
            return new PacketBinder.Supplied.Missing(
                    collection.instead(collected.contents().documents().get(number), why));
        }

        @Override
        public PacketContents.Content.Text unreadable(int number) {
            return missing(number, MissingReason.FAILED).instead();
        }

        @Override
        public void progress(int pages) {
            goOn();
            if (System.nanoTime() - toldAt > BETWEEN_NEWS) {
                require(store.progress(row.id(), node, PacketState.BINDING, Math.min(pages, total), total));
                notices.changed(Packets.topic(row.meeting()));
                toldAt = System.nanoTime();
            }
        }
    }

    /** Makes what did not become a PDF wait for another attempt. */
    void convertAgain(Collected collected) {
        for (var id : collected.present()) {
            files.find(id).ifPresent(renditions::tryAgain);
        }
    }

    /** Deletes folders of packets that nobody binds any more. */
    private void sweep() {
        var open = store.open().stream().map(PacketId::toString).toList();
        try (var folders = java.nio.file.Files.list(folder)) {
            folders.map(it -> it.getFileName().toString())
                    .filter(it -> !open.contains(it))
                    .forEach(it -> delete(new PacketId(UUID.fromString(it))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(PacketId id) {
        var own = own(id);
        if (!java.nio.file.Files.exists(own)) {
            return;
        }
        try (var all = java.nio.file.Files.walk(own)) {
            for (var file : (List<Path>) all.sorted(Comparator.reverseOrder()).toList()) {
                java.nio.file.Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start() {
        sweep();
        running = true;
    }

    /** Waits a moment for the step it is at: afterwards the database is no longer there. */
    @Override
    public void stop() {
        running = false;
        try {
            if (worker.getState() != Thread.State.NEW && !worker.join(PATIENCE_AT_THE_END)) {
                LOG.info("A packet is still being bound; it is taken up again after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
