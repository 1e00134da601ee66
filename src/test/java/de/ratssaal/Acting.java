package de.ratssaal;

import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.AccountPrincipal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import java.util.concurrent.Callable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Does something in a test as somebody who is signed in. */
public final class Acting {

    private Acting() {}

    public static <T> T as(PersonId person, Callable<T> act) {
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            AccountPrincipal principal = () -> new SignedIn(AccountId.next(), person, "Erika Muster");
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(principal, "", AuthorityUtils.NO_AUTHORITIES));
            SecurityContextHolder.setContext(context);
            return act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public static void as(PersonId person, Runnable act) {
        as(person, () -> {
            act.run();
            return true;
        });
    }
}
