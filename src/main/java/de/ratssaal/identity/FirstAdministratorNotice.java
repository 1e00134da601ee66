package de.ratssaal.identity;

import de.ratssaal.base.StartNotice;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows the link for the first administrator in the terminal of whoever starts the application, and nowhere else. */
@Component
class FirstAdministratorNotice implements StartNotice {

    private final FirstAdministrator first;

    FirstAdministratorNotice(FirstAdministrator first) {
        this.first = first;
    }

    @Override
    public List<String> lines() {
        return first.link()
                .map(link -> List.of(
                        "There is no administrator yet. This link makes the first one, once, within 24 hours:",
                        link.toString()))
                .orElse(List.of());
    }
}
