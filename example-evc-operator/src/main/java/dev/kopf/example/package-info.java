package dev.kopf.example;
