package de.ratssaal.ballot;

import java.util.List;

/** Tellers who decrypt together: one alone, or several of whom some are enough. */
sealed interface TrusteeSet permits TrusteeSet.Single, ThresholdKey {

    /** A teller who is needed in any case. */
    record Single(TrusteeKey key) implements TrusteeSet {

        @Override
        public List<TrusteeKey> keys() {
            return List.of(key);
        }

        @Override
        public int threshold() {
            return 1;
        }

        @Override
        public GroupElement jointKey(Group group) {
            return key.publicKey();
        }

        @Override
        public Json json() {
            return new Json.Items(List.of(new Json.Text("Single"), key.json()));
        }

        @Override
        public Check check(Group group, int first) {
            return key.check(group, first);
        }
    }

    List<TrusteeKey> keys();

    /** How many of them are needed. */
    int threshold();

    GroupElement jointKey(Group group);

    Json json();

    /** @param first number of the first of them among all */
    Check check(Group group, int first);
}
