package dev.kopf.runtime.resource;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads zeros with their sign, which Jackson drops. Not safe for use by several threads. */
final class SignedZeros extends JsonParserDelegate {

    SignedZeros(JsonParser parser) {
        super(parser);
    }

    /** Whether there may be such a zero in a text, so that this is worth its while. */
    static boolean mayBeIn(String json) {
        for (int i = json.indexOf("-0"); i >= 0; i = json.indexOf("-0", i + 2)) {
            if (i == 0 || startsValue(json.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #mayBeIn(String)}, of a text in UTF-8. */
    static boolean mayBeIn(byte[] utf8) {
        for (int i = 0; i < utf8.length - 1; i++) {
            if (utf8[i] == '-' && utf8[i + 1] == '0' && (i == 0 || startsValue(utf8[i - 1]))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsValue(int before) {
        return before == ':' || before == '[' || before == ',' || before <= ' ';
    }

    @Override
    public Number getNumberValue() throws IOException {
        Number number = super.getNumberValue();
        return NegativeZero.isZero(number) ? NegativeZero.of(number, getText()) : number;
    }

    @Override
    public BigDecimal getDecimalValue() throws IOException {
        BigDecimal number = super.getDecimalValue();
        return NegativeZero.isZero(number) ? (BigDecimal) NegativeZero.of(number, getText()) : number;
    }
}
