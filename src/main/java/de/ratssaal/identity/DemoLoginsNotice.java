package de.ratssaal.identity;

import de.ratssaal.base.StartNotice;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Shows whoever starts the demo city how to sign in there. */
@Component
@Profile(DemoLogins.PROFILE)
class DemoLoginsNotice implements StartNotice {

    private final DemoLogins logins;

    DemoLoginsNotice(DemoLogins logins) {
        this.logins = logins;
    }

    @Override
    public List<String> lines() {
        return Stream.concat(
                        Stream.of("Demo logins, all with the password \"%s\":".formatted(DemoLogins.PASSWORD)),
                        logins.all().stream().map(it -> "%-14s %s, %s".formatted(it.login(), it.name(), it.role())))
                .toList();
    }
}
