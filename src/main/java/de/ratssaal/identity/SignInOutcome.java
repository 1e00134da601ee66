package de.ratssaal.identity;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignInOutcome {

    /** Signed in. */
    record Complete(OpenedSession session) implements SignInOutcome {}

    /** The name or the password is wrong; which of them is never said. Or the code is. */
    record Wrong() implements SignInOutcome {}

    /** The second factor is missing. */
    record CodeNeeded(PendingSignIn pending) implements SignInOutcome {}

    /** A second factor has to be set up first. */
    record SetUpNeeded(PendingSignIn pending) implements SignInOutcome {}

    /** It took too long; the sign-in begins anew. */
    record TooLate() implements SignInOutcome {}

    /** There were too many failures. The same for a login that does not exist. */
    record Locked(Duration remaining) implements SignInOutcome {}
}
