package de.ratssaal.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The mailboxes of all owners of accounts. */
@TestComponent
@Primary
public class TestMail implements AccountMail {

    private final List<AccountLetter> sent = new CopyOnWriteArrayList<>();

    @Override
    public boolean isPossible() {
        return true;
    }

    @Override
    public void send(AccountLetter letter) {
        sent.add(letter);
    }

    /** What came for an address so far. */
    public List<AccountLetter> to(String address) {
        return sent.stream().filter(it -> it.address().equals(address)).toList();
    }

    /** Waits for a letter. */
    public AccountLetter await(String address, AccountLetter.Kind kind) {
        return org.awaitility.Awaitility.await()
                .until(
                        () -> to(address).stream()
                                .filter(it -> it.kind() == kind)
                                .findFirst()
                                .orElse(null),
                        it -> it != null);
    }
}
