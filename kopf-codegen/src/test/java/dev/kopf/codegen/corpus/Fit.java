package dev.kopf.codegen.corpus;

import dev.kopf.codegen.model.TypeModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Which JSON values a getter has to show, told without the code that reads them. */
final class Fit {

    private static final BigInteger INTS = BigInteger.ONE.shiftLeft(31);
    private static final BigInteger LONGS = BigInteger.ONE.shiftLeft(63);

    private Fit() {}

    /** Whether a value fits a type, at its top. */
    static boolean fits(Object plain, TypeModel type) {
        if (type instanceof TypeModel.Secret secret) {
            return fits(plain, secret.type());
        }
        if (type instanceof TypeModel.Scalar scalar) {
            return switch (scalar) {
                case TEXT -> !(plain instanceof Map) && !(plain instanceof List);
                case INTEGER -> isWhole(plain, INTS);
                case LONG -> isWhole(plain, LONGS);
                case DECIMAL -> plain instanceof Number;
                case BOOLEAN -> plain instanceof Boolean;
                case DATE_TIME, PASSWORD -> plain instanceof String;
                case INT_OR_STRING, QUANTITY -> plain instanceof Number || plain instanceof String;
                case ANY -> true;
            };
        }
        if (type instanceof TypeModel.EnumType) {
            return plain instanceof String;
        }
        boolean isMap = type instanceof TypeModel.MapOf
                || type instanceof TypeModel.ObjectType
                || type instanceof TypeModel.CoreType;
        return isMap ? plain instanceof Map : plain instanceof List;
    }

    /** Whether the typed value is written as the plain one is: not for {@code 1.0} as an integer, and for a number as a text. */
    static boolean fitsExactly(Object plain, TypeModel type) {
        if (type instanceof TypeModel.Secret secret) {
            return fitsExactly(plain, secret.type());
        }
        if (type == TypeModel.Scalar.TEXT) {
            return plain instanceof String;
        }
        boolean whole = type == TypeModel.Scalar.INTEGER || type == TypeModel.Scalar.LONG;
        return fits(plain, type) && !(whole && plain instanceof BigDecimal);
    }

    private static boolean isWhole(Object plain, BigInteger limit) {
        if (!(plain instanceof Number)) {
            return false;
        }
        BigDecimal number = new BigDecimal(plain.toString());
        if (number.signum() != 0 && number.precision() - (long) number.scale() > 20) {
            return false;
        }
        try {
            BigInteger whole = number.toBigIntegerExact();
            return whole.compareTo(limit) < 0 && whole.compareTo(limit.negate()) >= 0;
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
