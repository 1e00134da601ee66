package de.ratssaal.identity;

/** The way of letters about accounts to their owners. */
public interface AccountMail {

    /** Whether there is a way at all; without one an administrator hands links over. */
    boolean isPossible();

    /** Sends a letter. It does not throw for what a far side does; it takes minutes at most. */
    void send(AccountLetter letter);
}
