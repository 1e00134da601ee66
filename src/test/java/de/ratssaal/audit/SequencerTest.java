package de.ratssaal.audit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class SequencerTest {

    private final OwnLog log = new OwnLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void entriesAreMergedInTheOrderTheyWereWritten() {
        log.write("a");
        log.write("b");

        assertThat(log.sequencer.merge()).isEqualTo(2);
        assertThat(log.sequencer.merge()).isZero();

        assertThat(log.merged()).containsExactly("a", "b");
        assertThat(log.head().size()).isEqualTo(2);
        assertThat(log.check().isWhole()).isTrue();
    }

    @Test
    void anEntryThatCommitsLaterThanItsSuccessorsIsMergedOnceAndAfterThem() throws Exception {
        var slow = transactionThatWrites("slow");
        log.write("quick");
        assertThat(log.sequencer.merge()).isEqualTo(1);
        log.write("next");
        assertThat(log.sequencer.merge()).isEqualTo(1);

        slow.commit();

        assertThat(log.sequencer.merge()).isEqualTo(1);
        assertThat(log.sequencer.merge()).isZero();
        assertThat(log.merged()).containsExactly("quick", "next", "slow");
        assertThat(log.database.queryForList("select entry_id from audit_leaf order by leaf_index", Long.class))
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    void aLateEntryIsFoundAlsoWhenManyRoundsAndTransactionsLieBetween() throws Exception {
        var first = transactionThatWrites("first");
        var second = transactionThatWrites("second");
        for (var i = 0; i < 5; i++) {
            log.write("between " + i);
            log.sequencer.merge();
        }
        second.commit();
        log.sequencer.merge();
        log.write("after the second");
        log.sequencer.merge();
        first.commit();
        log.sequencer.merge();

        assertThat(log.merged()).endsWith("second", "after the second", "first").hasSize(8);
    }

    @Test
    void aGapOfARolledBackChangeStaysAGap() throws Exception {
        var undone = transactionThatWrites("undone");
        log.write("kept");
        log.sequencer.merge();
        undone.rollback();
        log.write("next");
        log.sequencer.merge();

        assertThat(log.merged()).containsExactly("kept", "next");
        assertThat(log.check().isWhole()).isTrue();
    }

    @Test
    void partsOfATransactionThatWereRolledBackLeaveNothing() {
        log.transaction().executeWithoutResult(status -> {
            log.write("before");
            var savepoint = status.createSavepoint();
            log.write("taken back");
            status.rollbackToSavepoint(savepoint);
            log.write("after");
        });
        log.sequencer.merge();

        assertThat(log.merged()).containsExactly("before", "after");
    }

    @Test
    void moreEntriesThanOneBatchHoldsAreMergedAtOnce() {
        log.write(Sequencer.BATCH + 7);

        assertThat(log.sequencer.merge()).isEqualTo(Sequencer.BATCH + 7);

        assertThat(log.store.heads(0, Long.MAX_VALUE)).hasSize(2);
        assertThat(log.check().isWhole()).isTrue();
    }

    @Test
    void eightWritersAndTwoSequencersLoseNothingAndDoubleNothingAndAreMergedWithinASecond() throws Exception {
        var writers = 8;
        var each = 250;
        var clock = Clock.systemUTC();
        var sequencers = List.of(
                new Sequencer(log.store, log.keys, clock, true), new Sequencer(log.store, log.keys, clock, true));
        sequencers.forEach(Sequencer::start);
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var work = IntStream.range(0, writers)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        for (var i = 0; i < each; i++) {
                            var word = writer + "/" + i;
                            log.transaction().executeWithoutResult(status -> {
                                log.store.write(clock.instant(), "system/test", "test.Happened", "test/1", word);
                                if (word.endsWith("3")) {
                                    status.setRollbackOnly();
                                }
                            });
                        }
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            var kept = IntStream.range(0, writers)
                    .boxed()
                    .flatMap(writer -> IntStream.range(0, each).mapToObj(i -> writer + "/" + i))
                    .filter(it -> !it.endsWith("3"))
                    .toList();
            await().atMost(ofSeconds(10))
                    .untilAsserted(() -> assertThat(log.merged()).containsExactlyInAnyOrderElementsOf(kept));
        } finally {
            sequencers.forEach(Sequencer::stop);
        }
        assertThat(log.check().isWhole()).isTrue();
        var slowest = log.database.queryForObject("""
                select percentile_cont(0.95) within group (order by extract(epoch from head.at - e.at))
                from audit_leaf l join audit_entry e on e.id = l.entry_id
                cross join lateral (
                    select at from audit_head where tree_size > l.leaf_index order by tree_size limit 1) head
                """, Double.class);
        assertThat(slowest)
                .as("seconds until 95 of 100 entries were under a signed head")
                .isLessThan(1.0);
    }

    @Test
    void whileOneSequencerIsAtItAnotherPassesOn() throws Exception {
        log.write("a");
        var other = log.sequencer();
        log.transaction().executeWithoutResult(status -> {
            assertThat(log.store.takeTurn()).isTrue();
            // on a thread of its own, since this one's turn is this transaction's
            assertThat(CompletableFuture.supplyAsync(other::merge).join()).isZero();
        });

        assertThat(other.merge()).isEqualTo(1);
    }

    @Test
    void aSequencerThatStartsLaterFindsWhatWasNeverMerged() throws Exception {
        log.write("a");
        log.sequencer.merge();
        var late = transactionThatWrites("late");
        log.write("b");
        log.sequencer.merge();
        late.commit();

        var afterRestart = log.sequencer();

        assertThat(afterRestart.merge()).isEqualTo(1);
        assertThat(log.merged()).containsExactly("a", "b", "late");
    }

    @Test
    void aDatabaseBroughtBackFromACopyCountsItsTransactionsAnew() {
        log.write("a");
        log.sequencer.merge();
        log.tamper("update audit_entry set written_by = '900000000'");
        log.database.execute("insert into audit_entry (at, actor, type, subject, line, written_by)"
                + " values (now(), 'system/test', 'test.Happened', 'test/b', 'b', '900000001')");
        log.write("c");

        assertThat(log.sequencer().merge()).isEqualTo(2);
        log.write("d");
        log.sequencer.merge();
        assertThat(log.merged()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void eachHeadIsConsistentWithTheOneBefore() {
        log.writeAndMerge(1, 2, 5, 1, 13, 100);

        var heads = log.store.heads(0, Long.MAX_VALUE).stream()
                .map(it -> SignedHead.parse(it.note()))
                .toList();
        assertThat(heads).hasSize(6);
        for (var i = 1; i < heads.size(); i++) {
            var old = heads.get(i - 1);
            var now = heads.get(i);
            var proof = MerkleTree.consistencyPath(old.size(), now.size(), log.store);
            assertThat(MerkleProof.isConsistent(old.size(), old.root(), now.size(), now.root(), proof))
                    .isTrue();
        }
    }

    @Test
    void withoutItsKeyNothingIsSignedAndNoNewKeyIsMadeInSecret() throws Exception {
        log.writeAndMerge(1);
        Files.delete(log.data.resolve("keys/audit-log.key"));
        log.write("b");

        assertThatThrownBy(log.sequencer::merge).isInstanceOf(KeyMissing.class);

        assertThat(log.store.size()).isEqualTo(1);
        assertThat(log.sequencer.waiting()).isEqualTo(1);
        log.keys.make();
        assertThat(log.sequencer.merge()).isEqualTo(1);
        assertThat(log.check().isWhole()).isTrue();
    }

    @Test
    void whatWaitsAtTheEndIsMergedBeforeTheApplicationStops() {
        var sequencer = log.sequencer();
        sequencer.start();
        assertThat(sequencer.isRunning()).isTrue();
        log.write("last words");
        sequencer.stop();

        assertThat(sequencer.isRunning()).isFalse();
        assertThat(log.merged()).containsExactly("last words");
    }

    @Test
    void afterAFaultTheSequencerGoesOn() {
        log.writeAndMerge(1);
        var key = log.data.resolve("keys/audit-log.key");
        var sequencer = log.sequencer();
        sequencer.start();
        try {
            var secret = Files.readString(key);
            Files.delete(key);
            log.write("b");
            await().during(Duration.ofMillis(600)).until(() -> log.store.size() == 1);
            Files.writeString(key, secret);
            await().atMost(ofSeconds(5)).until(() -> log.store.size() == 2);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            sequencer.stop();
        }
    }

    /** A transaction on a thread of its own that has written and not ended. */
    private Open transactionThatWrites(String word) throws InterruptedException {
        var open = new Open(log.transaction(), () -> log.write(word));
        open.written.await();
        return open;
    }

    private static final class Open {

        final CountDownLatch written = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private final Thread thread;
        private volatile boolean undo;

        Open(TransactionTemplate transaction, Runnable write) {
            thread = Thread.ofVirtual()
                    .start(() -> transaction.executeWithoutResult(status -> {
                        write.run();
                        written.countDown();
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        if (undo) {
                            status.setRollbackOnly();
                        }
                    }));
        }

        void commit() throws InterruptedException {
            end.countDown();
            thread.join();
        }

        void rollback() throws InterruptedException {
            undo = true;
            commit();
        }
    }
}
