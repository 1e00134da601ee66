package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record says. Only as trustworthy as its checks are good: see {@link RecordVerification.Report}.
 *
 * @param election its definition; empty if it could not be read
 * @param tellers how many there are
 * @param credentials how many may vote
 * @param weighted how many of them do not count once like all others
 * @param weight of all their votes together
 * @param sorted whether the list of those who may vote is sorted; another order could tell whose entry is whose
 * @param trackers of all ballots, in the order of the record
 * @param counted how many of them count
 * @param decrypted numbers of the tellers who decrypted
 * @param result empty if there is none yet
 * @param opening hash of the first event, which is shown when the vote is opened
 * @param end hash of the event that ends the vote; empty before
 * @param head hash of the last event
 */
public record RecordFacts(
        Optional<ElectionParameters> election,
        int tellers,
        int credentials,
        int weighted,
        BigInteger weight,
        boolean sorted,
        List<String> trackers,
        int counted,
        List<Integer> decrypted,
        Optional<ElectionResult> result,
        Optional<String> opening,
        Optional<String> end,
        Optional<String> head) {

    public RecordFacts {
        trackers = List.copyOf(trackers);
        decrypted = List.copyOf(decrypted);
    }

    static final class Builder {

        private @Nullable ElectionParameters election;
        private int tellers;
        private int credentials;
        private int weighted;
        private BigInteger weight = BigInteger.ZERO;
        private boolean sorted;
        private List<String> trackers = new ArrayList<>();
        private int counted;
        private List<Integer> decrypted = new ArrayList<>();
        private @Nullable ElectionResult result;
        private @Nullable String opening;
        private @Nullable String end;
        private @Nullable String head;

        void event(EventType type, String hash) {
            if (type == EventType.SETUP && opening == null) {
                opening = hash;
            }
            if (type == EventType.END_BALLOTS && end == null) {
                end = hash;
            }
            head = hash;
        }

        void election(ElectionParameters definition) {
            election = definition;
        }

        void tellers(int many) {
            tellers = many;
        }

        void credentials(Credentials list) {
            credentials = list.weights().size();
            weighted = list.weighted().size();
            weight = list.total();
            sorted = list.isSorted();
        }

        void ballots(List<String> all, int counting) {
            trackers = all;
            counted = counting;
        }

        void decrypted(List<Integer> numbers) {
            decrypted = numbers;
        }

        void result(ElectionResult counts) {
            result = counts;
        }

        RecordFacts build() {
            return new RecordFacts(
                    Optional.ofNullable(election),
                    tellers,
                    credentials,
                    weighted,
                    weight,
                    sorted,
                    trackers,
                    counted,
                    decrypted,
                    Optional.ofNullable(result),
                    Optional.ofNullable(opening),
                    Optional.ofNullable(end),
                    Optional.ofNullable(head));
        }
    }
}
