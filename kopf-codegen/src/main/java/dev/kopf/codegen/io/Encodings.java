package dev.kopf.codegen.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The texts of files: UTF-8, or what the mark at their beginning says, which editors and shells of Windows write. */
final class Encodings {

    /** Stands for bytes that are no character. */
    private static final char REPLACEMENT = '\ufffd';

    private Encodings() {}

    /** @throws CharacterCodingException if the bytes are no text of that encoding */
    static String decode(byte[] bytes) throws CharacterCodingException {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        return startsWith(bytes, 0xFE, 0xFF)
                ? decode(bytes, 2, StandardCharsets.UTF_16BE)
                : decode(bytes, 0, StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** A decoder of its own needs twice the memory, and tells what is wrong: it is asked only where something is. */
    private static String decode(byte[] bytes, int start, Charset charset) throws CharacterCodingException {
        String text = new String(bytes, start, bytes.length - start, charset);
        return text.indexOf(REPLACEMENT) < 0
                ? text
                : charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                        .toString();
    }
}
