package de.ratssaal.disturbance;

import java.util.List;

/**
 * How a member reports a disturbance whose device does not work (R16).
 *
 * @param phone number to call or text; empty if none was entered
 * @param mail address; empty if none was entered
 * @param office lines of the body's letterhead, for who finds neither
 */
public record SecondWay(String phone, String mail, List<String> office) {

    public SecondWay {
        office = List.copyOf(office);
    }

    public boolean isEntered() {
        return !phone.isEmpty() || !mail.isEmpty();
    }
}
