package de.ratssaal.ballot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The definition of an election, as published: it is bound into every proof by the hash of its very bytes. */
public final class ElectionParameters {

    private static final Pattern UUID = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{14,64}");

    private final byte[] content;
    private final String uuid;
    private final String name;
    private final Group group;
    private final GroupElement publicKey;
    private final List<Question> questions;
    private final String fingerprint;
    private Group.@Nullable Base publicKeyBase;

    private ElectionParameters(byte[] content) {
        this.content = content;
        this.fingerprint = Hash.base64(content);
        var fields = JsonReader.read(content).fields();
        var version = fields.take("version");
        if (version.whole() != 1) {
            throw version.wrong("only version 1 is known");
        }
        fields.take("description").text();
        this.name = fields.take("name").text();
        this.group = Groups.named(fields.take("group").text());
        this.publicKey = fields.take("public_key").element(group);
        var asked = fields.take("questions");
        this.questions = asked.items(Question::read);
        if (questions.isEmpty()) {
            throw asked.wrong("nothing is asked");
        }
        var identifier = fields.take("uuid");
        this.uuid = identifier.text();
        if (!UUID.matcher(uuid).matches()) {
            throw identifier.wrong("no identifier of an election");
        }
        for (var optional : List.of("administrator", "credential_authority")) {
            var field = fields.takeIfThere(optional);
            if (field != null) {
                field.text();
            }
        }
        fields.end();
    }

    /** @throws MalformedRecord if it is not exactly as prescribed */
    public static ElectionParameters read(byte[] content) {
        return new ElectionParameters(content.clone());
    }

    /**
     * Defines an election.
     *
     * @param uuid 14 to 64 characters of those that cannot be confused
     * @param trustees whose joint key the ballots are encrypted with
     */
    public static ElectionParameters define(
            String uuid, String name, String description, List<Question> questions, Trustees trustees) {
        return new ElectionParameters(Json.fields()
                .with("version", new Json.Whole(1))
                .with("description", description)
                .with("name", name)
                .with("group", trustees.group().name())
                .with("public_key", trustees.jointKey())
                .with("questions", Json.items(questions, Question::json))
                .with("uuid", uuid)
                .bytes());
    }

    public byte[] content() {
        return content.clone();
    }

    public String uuid() {
        return uuid;
    }

    public String name() {
        return name;
    }

    public Group group() {
        return group;
    }

    public GroupElement publicKey() {
        return publicKey;
    }

    public List<Question> questions() {
        return questions;
    }

    /** The hash of the definition; it begins everything that is hashed in this election. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The public key, prepared when it is first used. */
    synchronized Group.Base publicKeyBase() {
        var base = publicKeyBase;
        if (base == null) {
            base = group.fixedBase(publicKey);
            publicKeyBase = base;
        }
        return base;
    }

    @Override
    public String toString() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
