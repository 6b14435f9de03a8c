package dev.kopf.runtime.internal.peering;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of an operator among its peers (N-4). */
public final class Identity {

    private static final String POD = "POD_ID";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** All but g, as Kopf has it. */
    private static final String CHARACTERS = "abcdefhijklmnopqrstuvwxyz0123456789";

    private static final int LENGTH = 3;

    private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*(%.*)?");
    private static final Pattern LOCAL = Pattern.compile("\\.(local|localdomain)$", Pattern.CASE_INSENSITIVE);

    private Identity() {}

    /** Of this process; may ask the name service, and wait for it. */
    public static String ofOperator(Map<String, String> variables, Instant now, DoubleSupplier chance) {
        return ofOperator(variables, System.getProperty("user.name"), Identity::hostName, now, chance);
    }

    /** Of whoever sits at this machine, the same each time; may ask the name service, and wait for it. */
    public static String ofPerson(Map<String, String> variables) {
        return ofPerson(variables, System.getProperty("user.name"), Identity::hostName);
    }

    /** Whether that is no person's name, but the one that this Pod gives its operator. */
    public static boolean isOfPod(Map<String, String> variables) {
        return variables.containsKey(POD);
    }

    /** A name of somebody. */
    interface Name {
        String get();
    }

    static String ofOperator(
            Map<String, String> variables, String user, Name host, Instant now, DoubleSupplier chance) {
        String pod = variables.get(POD);
        return pod != null ? pod : user + "@" + host.get() + "/" + SECOND.format(now) + "/" + random(chance);
    }

    static String ofPerson(Map<String, String> variables, String user, Name host) {
        String pod = variables.get(POD);
        return pod != null ? pod : user + "@" + host.get();
    }

    private static String random(DoubleSupplier chance) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int drawn = (int) (chance.getAsDouble() * CHARACTERS.length());
            text.append(CHARACTERS.charAt(Math.min(drawn, CHARACTERS.length() - 1)));
        }
        return text.toString();
    }

    private static String hostName() {
        try {
            InetAddress address = InetAddress.getLocalHost();
            return hostName(address.getHostName(), List.of(address.getCanonicalHostName()));
        } catch (UnknownHostException e) {
            return hostName(System.getenv().getOrDefault("HOSTNAME", "localhost"), null);
        }
    }

    /**
     * The name that tells most.
     *
     * @param own what the machine calls itself
     * @param found what the name service calls it; null where it does not know it
     */
    static String hostName(String own, @Nullable List<String> found) {
        List<String> names = new ArrayList<>(found == null ? List.of() : found);
        names.removeIf(name -> name.equals("localhost")
                || name.endsWith(".arpa")
                || ADDRESS.matcher(name).matches());
        String best = names.stream()
                .filter(name -> name.contains("."))
                .findFirst()
                .orElse(names.isEmpty() ? own : names.get(0));
        return LOCAL.matcher(best).replaceFirst("");
    }
}
